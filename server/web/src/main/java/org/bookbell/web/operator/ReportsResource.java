package org.bookbell.web.operator;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bookbell.status.report.Report;
import org.bookbell.status.report.Reports;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** Problems that members reported, for operators. */
@Endpoint
@Path("/api/v1/operator/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private static final int MOST = 200;

    private final Reports reports;
    private final Visit visit;

    @Inject
    ReportsResource(Reports reports, Visit visit) {
        this.reports = reports;
        this.visit = visit;
    }

    /** Which reports. */
    enum Standing {
        WAITING,
        ANSWERED
    }

    /** What waits, the oldest first; or what was answered, the last first. */
    @GET
    @ForOperator
    public Listing<ReportView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var standing = in.get("state", Kind.choice(Standing.class), Standing.WAITING);
        var limit = in.get("limit", number(1, MOST), MOST);
        in.orThrow();
        var found = standing == Standing.WAITING ? reports.listWaiting(limit) : reports.listAnswered(limit);
        return Listing.all(found.stream().map(ReportView::of).toList());
    }

    @GET
    @Path("{id}")
    @ForOperator
    public ReportView get(@PathParam("id") PathId id) {
        return ReportView.of(reports.get(id.value()));
    }

    @POST
    @Path("{id}/seen")
    @ForOperator
    public ReportView seen(@PathParam("id") PathId id) {
        return ReportView.of(reports.seen(visit.actor(), id.value()));
    }

    /** Answers it, once; the member gets the answer by e-mail. */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public ReportView answer(@PathParam("id") PathId id, Input in) {
        var answer = in.get("text", text(1, 1000));
        in.orThrow();
        return ReportView.of(reports.answer(visit.actor(), id.value(), answer));
    }

    /**
     * A report as the API shows it.
     *
     * @param incident that it belongs to, whose end answers it
     * @param history of the message as it was then
     */
    record ReportView(
            String id,
            String organization,
            String message,
            String by,
            Optional<String> note,
            Optional<String> incident,
            String reportedAt,
            Optional<String> seenAt,
            Optional<String> seenBy,
            Optional<String> answeredAt,
            Optional<String> answeredBy,
            Optional<String> answer,
            JsonObject history) {

        private static final JsonProvider JSON = JsonProvider.provider();

        static ReportView of(Report report) {
            return new ReportView(
                    Ids.text(report.id()),
                    report.about().slug(),
                    Ids.text(report.about().messageId()),
                    report.by().name(),
                    report.note(),
                    report.cause().map(cause -> Ids.text(cause.incidentId())),
                    Times.text(report.reportedAt(), ZoneOffset.UTC),
                    report.seen().map(seen -> Times.text(seen.at(), ZoneOffset.UTC)),
                    report.seen().flatMap(Report.Seen::by),
                    report.answer().map(answer -> Times.text(answer.at(), ZoneOffset.UTC)),
                    report.answer().flatMap(Report.Answer::by),
                    report.answer().map(Report.Answer::text),
                    parse(report.history()));
        }

        private static JsonObject parse(String json) {
            try (var reader = JSON.createReader(new StringReader(json))) {
                return reader.readObject();
            }
        }
    }
}
