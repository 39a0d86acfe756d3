package org.bookbell.web.archive;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.bookbell.access.Permission;
import org.bookbell.export.imports.CsvImport;
import org.bookbell.export.imports.CsvImport.Subject;
import org.bookbell.export.imports.CsvTable.Mapping;
import org.bookbell.export.imports.ImportReport;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.call.Call;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Kind;

/** Clients and appointments that come as CSV. */
@Endpoint
@Path("/api/v1/organizations/{org}/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final int LONGEST_COLUMNS = 1000;

    private final CsvImport imports;
    private final Visit visit;
    private final Call call;
    private final Creation creation;

    @Inject
    ImportsResource(CsvImport imports, Visit visit, Call call, Creation creation) {
        this.imports = imports;
        this.visit = visit;
        this.call = call;
        this.creation = creation;
    }

    @POST
    @Path("clients")
    @Requires(Permission.MANAGE)
    public Response importClients(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(Subject.CLIENTS, address, headers);
    }

    @POST
    @Path("appointments")
    @Requires(Permission.MANAGE)
    public Response importAppointments(@Context UriInfo address, @Context HttpHeaders headers) {
        return answer(Subject.APPOINTMENTS, address, headers);
    }

    private Response answer(Subject subject, UriInfo address, HttpHeaders headers) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var columns = in.find("columns", text(1, LONGEST_COLUMNS));
        var hasHeader = in.get("header", Kind.FLAG, false);
        boolean dryRun = in.get("dryRun", Kind.FLAG, false);
        in.orThrow();
        if (!CSV.isCompatible(headers.getMediaType())) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the file as text/csv.");
        }
        var mapping = columns.map(names -> Mapping.of(names, hasHeader)).orElse(Mapping.BY_HEADER);
        // a trial is rolled back, so it may not take part in the transaction of an idempotency key
        return dryRun
                ? Response.ok(run(subject, mapping, true)).build()
                : creation.answerOnce(() -> run(subject, mapping, false));
    }

    private ImportReport run(Subject subject, Mapping mapping, boolean dryRun) {
        return imports.run(visit.actor(), visit.organizationId(), subject, call.body(), mapping, dryRun);
    }
}
