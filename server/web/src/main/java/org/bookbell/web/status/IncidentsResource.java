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
import org.bookbell.status.Incidents;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** Incidents, for operators; they open and close by themselves. */
@Endpoint
@Path("/api/v1/operator/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentsResource {

    private static final int MOST = 100;

    private final Incidents incidents;
    private final Visit visit;
    private final Creation creation;
    private final Clock clock;

    @Inject
    IncidentsResource(Incidents incidents, Visit visit, Creation creation, Clock clock) {
        this.incidents = incidents;
        this.visit = visit;
        this.creation = creation;
        this.clock = clock;
    }

    @GET
    @ForOperator
    public Listing<IncidentJson> list() {
        var now = clock.instant();
        return Listing.all(incidents.list(MOST).stream()
                .map(each -> IncidentJson.of(each, now))
                .toList());
    }

    /** Adds what everybody may read of an incident. */
    @POST
    @Path("{id}/words")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response say(@PathParam("id") PathId id, Input in) {
        var words = in.get("words", text(1, 1000));
        in.orThrow();
        return creation.answerOnce(
                () -> IncidentJson.of(incidents.say(visit.actor(), id.value(), words), clock.instant()));
    }
}
