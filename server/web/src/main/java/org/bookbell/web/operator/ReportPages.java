package org.bookbell.web.operator;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bookbell.problem.ProblemException;
import org.bookbell.status.report.Cause;
import org.bookbell.status.report.Report;
import org.bookbell.status.report.Reports;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.page.Words;

/** Problems that members reported, as a page: seen, answered, and with the history of their message. */
@Endpoint
@Path("/operator/reports")
@Produces(MediaType.TEXT_HTML)
public class ReportPages {

    private static final int MOST = 100;
    private static final int MOST_ANSWERED = 20;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Reports reports;
    private final Visit visit;

    @Inject
    ReportPages(Reports reports, Visit visit) {
        this.reports = reports;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Page list() {
        return page("");
    }

    @POST
    @Path("{id}/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response seen(@PathParam("id") PathId id) {
        reports.seen(visit.actor(), id.value());
        return Redirect.to("/operator/reports");
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response answer(@PathParam("id") PathId id, Input in) {
        try {
            var answer = in.get("text", text(1, 1000));
            in.orThrow();
            reports.answer(visit.actor(), id.value(), answer);
            return Redirect.to("/operator/reports");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(refusal.detail()))
                    .build();
        }
    }

    private Page page(String refusal) {
        var view = new ReportsView(
                refusal,
                reports.listWaiting(MOST).stream().map(ReportPages::line).toList(),
                reports.listAnswered(MOST_ANSWERED).stream()
                        .map(ReportPages::line)
                        .toList());
        return Page.of("operator/reports", "Reports", view);
    }

    private static ReportLine line(Report report) {
        return new ReportLine(
                "/operator/reports/" + Ids.text(report.id()),
                report.about().organization(),
                "/o/" + report.about().slug() + "/messages/"
                        + Ids.text(report.about().messageId()),
                report.by().name(),
                at(report.reportedAt()),
                report.note().orElse(""),
                report.cause().map(ReportPages::incident).orElse(""),
                report.seen()
                        .map(seen -> "Seen on " + at(seen.at())
                                + seen.by().map(name -> " by " + name).orElse("") + ".")
                        .orElse(""),
                report.answer()
                        .map(answer -> "Answered on " + at(answer.at())
                                + answer.by().map(name -> " by " + name).orElse("") + ": " + answer.text())
                        .orElse(""),
                history(report.history()));
    }

    private static String incident(Cause cause) {
        return "Belongs to the incident" + (cause.gateway().isEmpty() ? "" : " of " + cause.gateway()) + " known since "
                + at(cause.knownSince())
                + (cause.isOver() ? "." : ", whose end answers it.");
    }

    private static List<String> history(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject().getJsonArray("events").getValuesAs(JsonObject.class).stream()
                    .map(event -> at(Instant.parse(event.getString("at"))) + " " + event.getString("state") + " "
                            + event.getString("detail", ""))
                    .toList();
        }
    }

    private static String at(Instant instant) {
        return Words.exactMoment(instant, ZoneOffset.UTC);
    }

    /** The reports. */
    record ReportsView(String refusal, List<ReportLine> waiting, List<ReportLine> answered) {}

    /** One report; its times are UTC. */
    record ReportLine(
            String path,
            String organization,
            String messagePath,
            String by,
            String at,
            String note,
            String incident,
            String seen,
            String answer,
            List<String> history) {}
}
