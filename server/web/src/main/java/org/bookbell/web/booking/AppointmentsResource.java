package org.bookbell.web.booking;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentCursor;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.Booking;
import org.bookbell.booking.Guest;
import org.bookbell.organization.Organization;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Cursor;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.visitor.VisitorGate;

/** Booking, and what is booked. */
@Endpoint
@Path("/api/v1/organizations/{org}/appointments")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentsResource {

    private static final int USUAL = 100;
    private static final int MOST = 500;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Booking booking;
    private final Reception reception;
    private final VisitorGate gate;
    private final Visit visit;
    private final Creation creation;

    @Inject
    AppointmentsResource(Booking booking, Reception reception, VisitorGate gate, Visit visit, Creation creation) {
        this.booking = booking;
        this.reception = reception;
        this.gate = gate;
        this.visit = visit;
        this.creation = creation;
    }

    /** Those that begin in {@code [from, to)}, by start. */
    @GET
    @Requires(Permission.READ)
    public Listing<AppointmentView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var from = in.get("from", Kind.INSTANT);
        var to = in.get("to", Kind.INSTANT);
        var staff = in.find("staff", Kind.ID);
        var client = in.find("client", Kind.ID);
        var limit = in.get("limit", number(1, MOST), USUAL);
        var after = Cursor.parse(in.find("after", text(1, 200)))
                .map(cursor -> new AppointmentCursor(cursor.instant(), cursor.id()));
        in.check(
                Duration.between(from, to).compareTo(LONGEST) <= 0,
                "to",
                "The end must lie at most 366 days after the begin.");
        in.orThrow();
        var wanted = AppointmentFilter.between(from, to).of(staff, client);
        return listing(booking.list(visit.organizationId(), wanted, after, limit + 1), limit);
    }

    /** Books a time, or with {@code hold} the one that a hold keeps. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response book(Input in) {
        var organization = visit.organization();
        var booker = AppointmentInput.booker(in, organization.country());
        var hold = in.find("hold", Kind.ID);
        if (hold.isPresent()) {
            in.orThrow();
            return creation.answer(() -> {
                admit(organization, booker);
                return AppointmentView.of(reception.bookHeld(visit.actor(), organization, hold.get(), booker));
            });
        }
        var slot = AppointmentInput.slot(in);
        in.orThrow();
        return creation.answer(() -> {
            admit(organization, booker);
            return AppointmentView.of(reception.book(visit.actor(), organization, slot, booker));
        });
    }

    /** Of whoever introduces themselves through a program not more is taken than of a visitor. */
    private void admit(Organization organization, Reception.Booker booker) {
        if (booker.guest() instanceof Guest.Introduced introduced) {
            gate.admit(visit.actor(), organization, introduced.details());
        }
    }

    private static Listing<AppointmentView> listing(List<Appointment> found, int limit) {
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Optional.of(cursor(page.get(limit - 1))) : Optional.<String>empty();
        return new Listing<>(page.stream().map(AppointmentView::of).toList(), next);
    }

    private static String cursor(Appointment last) {
        return Cursor.of(last.time().startInclusive(), last.id()).text();
    }
}
