package org.bookbell.web.booking;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Permission;
import org.bookbell.booking.slot.Holds;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** Slots kept for ten minutes while a form is filled in. */
@Endpoint
@Path("/api/v1/organizations/{org}/holds")
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {

    private final Holds holds;
    private final Visit visit;
    private final Creation creation;

    @Inject
    HoldsResource(Holds holds, Visit visit, Creation creation) {
        this.holds = holds;
        this.visit = visit;
        this.creation = creation;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response hold(Input in) {
        var wish = AppointmentInput.slot(in);
        in.orThrow();
        return creation.answer(() -> AppointmentView.of(holds.hold(visit.actor(), visit.organizationId(), wish)));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.BOOK)
    public void release(@PathParam("id") PathId id) {
        holds.release(visit.actor(), visit.organizationId(), id.value());
    }
}
