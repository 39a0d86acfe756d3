package org.bookbell.web.booking;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.Booking;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** One appointment and what may become of it. */
@Endpoint
@Path("/api/v1/organizations/{org}/appointments/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentResource {

    private final Booking booking;
    private final Visit visit;
    private final Creation creation;

    @Inject
    AppointmentResource(Booking booking, Visit visit, Creation creation) {
        this.booking = booking;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(booking.get(visit.organizationId(), id.value()));
    }

    /** Changes the client's note. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var note = Optional.ofNullable(in.change("note", text(0, 1000)));
        in.orThrow();
        if (note.isEmpty()) {
            return get(id);
        }
        return answer(booking.changeNote(
                visit.actor(),
                visit.organizationId(),
                id.value(),
                note.filter(words -> !words.isEmpty()),
                Versions.seen(headers)));
    }

    @POST
    @Path("reschedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response reschedule(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var move = AppointmentInput.move(in, Versions.seen(headers));
        in.orThrow();
        return answer(booking.reschedule(visit.actor(), visit.organizationId(), id.value(), move));
    }

    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response cancel(@PathParam("id") PathId id, Input in) {
        var reason = in.get("reason", text(1, 200));
        in.orThrow();
        return answer(booking.cancel(visit.actor(), visit.organizationId(), id.value(), reason));
    }

    /** Books a cancelled appointment again at its time, if that is still free. */
    @POST
    @Path("reinstate")
    @Requires(Permission.BOOK)
    public Response reinstate(@PathParam("id") PathId id) {
        return answer(booking.reinstate(visit.actor(), visit.organizationId(), id.value()));
    }

    @POST
    @Path("confirm")
    @Requires(Permission.BOOK)
    public Response confirm(@PathParam("id") PathId id) {
        return answer(booking.confirm(visit.actor(), visit.organizationId(), id.value()));
    }

    @POST
    @Path("noShow")
    @Requires(Permission.BOOK)
    public Response noShow(@PathParam("id") PathId id) {
        return answer(booking.markNoShow(visit.actor(), visit.organizationId(), id.value()));
    }

    @POST
    @Path("complete")
    @Requires(Permission.BOOK)
    public Response complete(@PathParam("id") PathId id) {
        return answer(booking.complete(visit.actor(), visit.organizationId(), id.value()));
    }

    /** Revokes the client's link; what is sent from now on carries a new one. */
    @POST
    @Path("renewLink")
    @Requires(Permission.BOOK)
    public Response renewLink(@PathParam("id") PathId id) {
        return creation.answerOnce(
                () -> AppointmentView.of(booking.renewLink(visit.actor(), visit.organizationId(), id.value())));
    }

    private static Response answer(Appointment appointment) {
        return Versions.answer(AppointmentView.of(appointment), appointment.version());
    }
}
