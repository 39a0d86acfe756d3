package org.bookbell.web.booking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.PagedAppointments;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;

/** The appointments of a day. */
@Endpoint
@Path("/o/{org}/today")
@Produces(MediaType.TEXT_HTML)
public class TodayPage {

    /** Whose page it is, so that a browser which keeps it for the time without a network shows it to nobody else. */
    private static final String READER = "X-Bookbell-Reader";

    private final PagedAppointments pages;
    private final Names names;
    private final DayLinks links;
    private final Visit visit;
    private final Clock clock;

    @Inject
    TodayPage(PagedAppointments pages, Names names, DayLinks links, Visit visit, Clock clock) {
        this.pages = pages;
        this.names = names;
        this.links = links;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.READ)
    public Response show(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var wanted = in.find("day", Kind.DATE);
        var staff = in.find("staff", Kind.ID);
        in.orThrow();
        var now = clock.instant();
        var today = now.atZone(visit.organization().zone()).toLocalDate();
        var day = wanted.orElse(today);
        return Response.ok(Page.of("booking/today", Words.shortDay(day), view(day, today, staff, now)))
                .header(READER, Ids.text(visit.actor().id()))
                .build();
    }

    private TodayView view(LocalDate day, LocalDate today, Optional<Long> staff, Instant now) {
        var organization = visit.organization();
        var zone = organization.zone();
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var shown = AppointmentFilter.between(from, to).of(staff, Optional.empty());
        var appointments =
                pages.read(organization.id(), shown).flatMap(List::stream).toList();
        var root = "/o/" + organization.slug();
        return new TodayView(
                Words.day(day),
                day.toString(),
                day.equals(today),
                root + "/today",
                links.page(day.minusDays(1), staff),
                links.page(day.plusDays(1), staff),
                links.staff(day, staff),
                Words.moment(now, zone),
                links.papers(day, today.plusDays(1), staff),
                links.downloads(day, staff),
                names.lines(organization.id(), root, appointments));
    }
}
