package org.bookbell.web.booking;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.PagedAppointments;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
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

    private static final int DAYS_TO_TAKE_ALONG = 30;

    private final PagedAppointments pages;
    private final Names names;
    private final StaffList staffList;
    private final Visit visit;
    private final Clock clock;

    @Inject
    TodayPage(PagedAppointments pages, Names names, StaffList staffList, Visit visit, Clock clock) {
        this.pages = pages;
        this.names = names;
        this.staffList = staffList;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.READ)
    public Page show(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var wanted = in.find("day", Kind.DATE);
        var staff = in.find("staff", Kind.ID);
        in.orThrow();
        var organization = visit.organization();
        var zone = organization.zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var day = wanted.orElse(today);
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var shown = AppointmentFilter.between(from, to).of(staff, Optional.empty());
        var appointments =
                pages.read(organization.id(), shown).flatMap(List::stream).toList();
        var root = "/o/" + organization.slug();
        var view = new TodayView(
                Words.day(day),
                day.toString(),
                day.equals(today),
                root + "/today",
                path(root, day.minusDays(1), staff),
                path(root, day.plusDays(1), staff),
                staffChoices(root, day, staff),
                exportPath(organization.slug(), "ical", day, staff),
                exportPath(organization.slug(), "csv", day, staff),
                names.lines(organization.id(), root, appointments));
        return Page.of("booking/today", Words.shortDay(day), view);
    }

    private List<TimesView.Choice> staffChoices(String root, LocalDate day, Optional<Long> chosen) {
        var choices = new ArrayList<TimesView.Choice>();
        choices.add(new TimesView.Choice(path(root, day, Optional.empty()), "Everybody", chosen.isEmpty()));
        staffList.list(visit.organizationId()).stream()
                .filter(Staff::isActive)
                .forEach(each -> choices.add(new TimesView.Choice(
                        path(root, day, Optional.of(each.id())),
                        each.name(),
                        chosen.filter(id -> id == each.id()).isPresent())));
        return choices;
    }

    private static String exportPath(String slug, String exporter, LocalDate day, Optional<Long> staff) {
        return "/api/v1/organizations/" + slug + "/exports/" + exporter + "?from=" + day + "&to="
                + day.plusDays(DAYS_TO_TAKE_ALONG)
                + staff.map(id -> "&staff=" + Ids.text(id)).orElse("");
    }

    private static String path(String root, LocalDate day, Optional<Long> staff) {
        return root + "/today?day=" + day
                + staff.map(id -> "&staff=" + Ids.text(id)).orElse("");
    }
}
