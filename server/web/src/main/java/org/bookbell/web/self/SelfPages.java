package org.bookbell.web.self;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.Booking;
import org.bookbell.booking.limit.ClientLimits;
import org.bookbell.booking.message.SelfLinks;
import org.bookbell.booking.slot.Move;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.booking.MoveTimes;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** The pages behind a client's link. Fetching one changes nothing, since scanners fetch; only a pressed button does. */
@Endpoint
@Path("/self/{token}")
@Produces(MediaType.TEXT_HTML)
public class SelfPages {

    private final SelfLinks links;
    private final Booking booking;
    private final SelfShown shown;
    private final MoveTimes moveTimes;
    private final ClientLimits limits;
    private final Organizations organizations;
    private final Clock clock;

    @Inject
    SelfPages(
            SelfLinks links,
            Booking booking,
            SelfShown shown,
            MoveTimes moveTimes,
            ClientLimits limits,
            Organizations organizations,
            Clock clock) {
        this.links = links;
        this.booking = booking;
        this.shown = shown;
        this.moveTimes = moveTimes;
        this.limits = limits;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GET
    @Everybody
    public Page show(@PathParam("token") String token, @QueryParam("now") @DefaultValue("") String now) {
        return page(token, notice(now), "");
    }

    @POST
    @Path("{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Everybody
    public Response act(@PathParam("token") String token, @PathParam("act") String act, Input in) {
        try {
            perform(act, appointment(token), in);
            return Redirect.to("/self/" + token + "?now=" + act);
        } catch (ProblemException refusal) {
            var answer = Response.status(refusal.type().status()).entity(page(token, "", refusal.detail()));
            refusal.retryAfter().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
            return answer.build();
        }
    }

    /** The times to which it may move. */
    @GET
    @Path("times")
    @Everybody
    public Page chooseTime(@PathParam("token") String token, @Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var day = in.find("day", Kind.DATE);
        var staff = in.find("staff", Kind.ID);
        in.orThrow();
        var appointment = appointment(token);
        requireAhead(appointment);
        var organization = organizations.get(appointment.organizationId());
        return Page.of("booking/move", "Move", moveTimes.view(appointment, day, staff, "/self/" + token, organization))
                .hostedBy(organization.name(), "/b/" + organization.slug());
    }

    /** The appointment for the client's own calendar. */
    @GET
    @Path("appointment.ics")
    @Produces(MediaType.WILDCARD)
    @Everybody
    public Response calendar(@PathParam("token") String token) {
        return shown.calendar(appointment(token));
    }

    /** What has just been done, as the address says. */
    private static String notice(String now) {
        return switch (now) {
            case "booked" -> "You are booked. Keep this page: here you can move or cancel.";
            case "confirm" -> "Thank you, we look forward to seeing you.";
            case "move" -> "Your appointment is moved.";
            case "cancel" -> "Your appointment is cancelled.";
            default -> "";
        };
    }

    private void perform(String act, Appointment appointment, Input in) {
        requireAhead(appointment);
        var actor = appointment.clientId().map(Actor::client).orElse(Actor.visitor());
        var organization = appointment.organizationId();
        switch (act) {
            case "confirm" -> booking.confirm(actor, organization, appointment.id());
            case "cancel" -> {
                booking.cancel(actor, organization, appointment.id(), "Cancelled by the client.");
                appointment.clientId().ifPresent(id -> limits.cancelled(organization, id));
            }
            case "move" -> {
                var move = move(in);
                appointment.clientId().ifPresent(id -> limits.move(organization, id));
                booking.reschedule(actor, organization, appointment.id(), move);
            }
            default -> throw ProblemException.notFound("action");
        }
    }

    private void requireAhead(Appointment appointment) {
        if (!appointment.time().startInclusive().isAfter(clock.instant())) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW, "The appointment has begun; please call us for anything about it.");
        }
    }

    private static Move move(Input in) {
        var move = new Move(in.get("start", Kind.INSTANT), in.find("staff", Kind.ID), Optional.empty(), true);
        in.orThrow();
        return move;
    }

    private Page page(String token, String notice, String refusal) {
        return shown.page(appointment(token), token, notice, refusal);
    }

    private Appointment appointment(String token) {
        return links.find(token).orElseThrow(() -> ProblemException.notFound("appointment"));
    }
}
