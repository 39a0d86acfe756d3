package org.bookbell.web.status;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.bookbell.status.Incidents;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.status.StatusView.IncidentLine;

/** The incidents with a field for words, for operators. */
@Endpoint
@Path("/operator/incidents")
@Produces(MediaType.TEXT_HTML)
public class IncidentPages {

    private static final int MOST = 50;

    private final Incidents incidents;
    private final Visit visit;
    private final Clock clock;

    @Inject
    IncidentPages(Incidents incidents, Visit visit, Clock clock) {
        this.incidents = incidents;
        this.visit = visit;
        this.clock = clock;
    }

    /** What the page shows. */
    public record View(List<IncidentLine> incidents) {}

    @GET
    @ForOperator
    public Page show() {
        var now = clock.instant();
        return Page.of(
                "status/incidents",
                "Incidents",
                new View(incidents.list(MOST).stream()
                        .map(each -> IncidentLine.of(each, now))
                        .toList()));
    }

    @POST
    @Path("{id}/words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response say(@PathParam("id") PathId id, Input in) {
        var words = in.get("words", text(1, 1000));
        in.orThrow();
        incidents.say(visit.actor(), id.value(), words);
        return Redirect.to("/operator/incidents");
    }
}
