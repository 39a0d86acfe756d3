package org.bookbell.web.canary;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.dispatch.canary.Canaries;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.input.Input;

/** The test messages of one gateway. */
@Endpoint
@Path("/api/v1/operator/gateways/{name}/canary")
@Produces(MediaType.APPLICATION_JSON)
public class CanaryResource {

    private final Canaries canaries;
    private final Visit visit;
    private final Creation creation;

    @Inject
    CanaryResource(Canaries canaries, Visit visit, Creation creation) {
        this.canaries = canaries;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @ForOperator
    public CanaryJson get(@PathParam("name") String name) {
        return CanaryJson.of(canaries.get(name));
    }

    /** Names the phone or mailbox that they go to, the first within seconds. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public CanaryJson name(@PathParam("name") String name, Input in) {
        var address = in.get("address", text(3, 254));
        in.orThrow();
        return CanaryJson.of(canaries.name(visit.actor(), name, address));
    }

    @DELETE
    @ForOperator
    public void remove(@PathParam("name") String name) {
        canaries.remove(visit.actor(), name);
    }

    /** Sends one now. */
    @POST
    @Path("send")
    @ForOperator
    public Response send(@PathParam("name") String name) {
        return creation.answerOnce(() -> CanaryJson.of(canaries.sendNow(visit.actor(), name)));
    }
}
