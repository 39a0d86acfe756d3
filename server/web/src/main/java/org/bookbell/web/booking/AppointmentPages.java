package org.bookbell.web.booking;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.Booking;
import org.bookbell.booking.slot.Move;
import org.bookbell.client.Channel;
import org.bookbell.client.FailingAddresses;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** One appointment as a page, with what may be done about it. */
@Endpoint
@Path("/o/{org}/appointments/{id}")
@Produces(MediaType.TEXT_HTML)
public class AppointmentPages {

    private final Booking booking;
    private final FailingAddresses failing;
    private final AppointmentShown shown;
    private final MoveTimes moveTimes;
    private final Visit visit;

    @Inject
    AppointmentPages(
            Booking booking, FailingAddresses failing, AppointmentShown shown, MoveTimes moveTimes, Visit visit) {
        this.booking = booking;
        this.failing = failing;
        this.shown = shown;
        this.moveTimes = moveTimes;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Page show(@PathParam("id") PathId id, @QueryParam("now") @DefaultValue("") String now) {
        return shown.page(booking.get(visit.organizationId(), id.value()), notice(now), "");
    }

    /** Does one of the things that need no more than a word. */
    @POST
    @Path("{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.BOOK)
    public Response act(@PathParam("id") PathId id, @PathParam("act") String act, Input in) {
        try {
            perform(act, id.value(), in);
            return Redirect.to(path(id) + "?now=" + act);
        } catch (ProblemException refusal) {
            var page = shown.page(booking.get(visit.organizationId(), id.value()), "", refusal.detail());
            return Response.status(refusal.type().status()).entity(page).build();
        }
    }

    /** The times to which it may move: {@code day} and {@code staff}. */
    @GET
    @Path("times")
    @Requires(Permission.BOOK)
    public Page chooseTime(@PathParam("id") PathId id, @Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var day = in.find("day", Kind.DATE);
        var staff = in.find("staff", Kind.ID);
        in.orThrow();
        var appointment = booking.get(visit.organizationId(), id.value());
        return Page.of("booking/move", "Move", moveTimes.view(appointment, day, staff, path(id), visit.organization()));
    }

    /** What has just been done, as the address says. */
    private static String notice(String now) {
        return switch (now) {
            case "booked" -> "Booked. The messages below are planned.";
            case "confirm" -> "Confirmed.";
            case "noShow" -> "Noted: the client did not come.";
            case "complete" -> "Noted: it took place.";
            case "reinstate" -> "Booked again.";
            case "cancel" -> "Cancelled; the client is told.";
            case "move" -> "Moved; the client is told.";
            case "renewLink" -> "The former link leads nowhere now. Messages from now on carry the new one.";
            case "textAgain" -> "Text messages to this number are tried again.";
            case "mailAgain" -> "E-mails to this address are tried again.";
            default -> "";
        };
    }

    private void perform(String act, long id, Input in) {
        var organization = visit.organizationId();
        switch (act) {
            case "confirm" -> booking.confirm(visit.actor(), organization, id);
            case "noShow" -> booking.markNoShow(visit.actor(), organization, id);
            case "complete" -> booking.complete(visit.actor(), organization, id);
            case "reinstate" -> booking.reinstate(visit.actor(), organization, id);
            case "renewLink" -> booking.renewLink(visit.actor(), organization, id);
            case "cancel" -> booking.cancel(visit.actor(), organization, id, reason(in));
            case "move" -> booking.reschedule(visit.actor(), organization, id, move(in));
            case "textAgain" -> tryAgain(id, Channel.SMS);
            case "mailAgain" -> tryAgain(id, Channel.EMAIL);
            case "note" -> booking.changeNote(visit.actor(), organization, id, note(in), Optional.empty());
            default -> throw ProblemException.notFound("action");
        }
    }

    private void tryAgain(long id, Channel channel) {
        var organization = visit.organizationId();
        booking.get(organization, id)
                .clientId()
                .ifPresent(client -> failing.clear(visit.actor(), organization, client, channel));
    }

    private static String reason(Input in) {
        var reason = in.get("reason", text(1, 200), "Cancelled at the desk.");
        in.orThrow();
        return reason;
    }

    private static Optional<String> note(Input in) {
        var note = in.find("note", text(0, 1000));
        in.orThrow();
        return note;
    }

    private static Move move(Input in) {
        var move = new Move(in.get("start", Kind.INSTANT), in.find("staff", Kind.ID), Optional.empty(), false);
        in.orThrow();
        return move;
    }

    private String path(PathId id) {
        return "/o/" + visit.organization().slug() + "/appointments/" + Ids.text(id.value());
    }
}
