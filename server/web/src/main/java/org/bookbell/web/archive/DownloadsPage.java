package org.bookbell.web.archive;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.export.archive.TakenArchives;
import org.bookbell.export.imports.CsvImport;
import org.bookbell.export.imports.CsvImport.Subject;
import org.bookbell.export.imports.CsvTable.Mapping;
import org.bookbell.plugin.Plugins;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.Call;
import org.bookbell.web.input.FileForm;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;

/** Downloads and imports, as a page that works without scripts. */
@Endpoint
@Path("/o/{org}/account/downloads")
@Produces(MediaType.TEXT_HTML)
public class DownloadsPage {

    private static final Map<String, Subject> SUBJECTS =
            Map.of("clients", Subject.CLIENTS, "appointments", Subject.APPOINTMENTS);

    private final TakenArchives archives;
    private final CsvImport imports;
    private final Plugins plugins;
    private final Visit visit;
    private final Call call;
    private final Clock clock;

    @Inject
    DownloadsPage(TakenArchives archives, CsvImport imports, Plugins plugins, Visit visit, Call call, Clock clock) {
        this.archives = archives;
        this.imports = imports;
        this.plugins = plugins;
        this.visit = visit;
        this.call = call;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.MANAGE)
    public Page show() {
        return page(ImportShown.NOTHING);
    }

    /** Tries or imports the file of the form. */
    @POST
    @Requires(Permission.MANAGE)
    public Response bringIn(@Context HttpHeaders headers) {
        var form = FileForm.parse(call.body(), contentType(headers));
        var subject = form.findText("subject").flatMap(name -> Optional.ofNullable(SUBJECTS.get(name)));
        var columns = form.findText("columns").filter(names -> !names.isBlank());
        var dryRun = form.findText("act").filter("import"::equals).isEmpty();
        try {
            var content = form.find("file")
                    .orElseThrow(() -> new ProblemException(ProblemType.INVALID_REQUEST, "Choose a file first."));
            var report = imports.run(
                    visit.actor(),
                    visit.organizationId(),
                    subject.orElse(Subject.CLIENTS),
                    content,
                    columns.map(names -> Mapping.of(names, true)).orElse(Mapping.BY_HEADER),
                    dryRun);
            return Response.ok(page(ImportShown.of(report, subject, columns))).build();
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(ImportShown.refused(refusal, subject, columns)))
                    .build();
        }
    }

    private static String contentType(HttpHeaders headers) {
        var type = headers.getMediaType();
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the form as multipart/form-data, as the page does.");
        }
        return headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    }

    private Page page(ImportShown shown) {
        var organization = visit.organization();
        var api = "/api/v1/organizations/" + organization.slug();
        var today = LocalDate.ofInstant(clock.instant(), organization.zone());
        var last = archives.findLast(organization.id())
                .map(at -> Words.moment(at, organization.zone()))
                .orElse("");
        var formats = plugins.listExporters().stream()
                .map(each -> new DownloadsView.Format(each.label(), api + "/exports/" + each.name()))
                .toList();
        return Page.of(
                "archive/downloads",
                "Downloads",
                new DownloadsView(
                        "/o/" + organization.slug(),
                        api + "/archive",
                        last,
                        formats,
                        today.minusMonths(1).toString(),
                        today.plusMonths(10).toString(),
                        shown));
    }
}
