package org.bookbell.web.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.offer.Availability;
import org.bookbell.calendar.offer.FreeStart;
import org.bookbell.calendar.offer.NextFree;
import org.bookbell.calendar.offer.SlotQuery;
import org.bookbell.storage.Ids;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;
import org.bookbell.web.visitor.Widget;

/** Shows the free times of a service: whom, which day, which time. */
@Dependent
class TimesPage {

    private static final int DAYS = 14;

    private final Availability availability;
    private final NextFree nextFree;
    private final StaffList staffList;
    private final Visit visit;
    private final Clock clock;

    @Inject
    TimesPage(Availability availability, NextFree nextFree, StaffList staffList, Visit visit, Clock clock) {
        this.availability = availability;
        this.nextFree = nextFree;
        this.staffList = staffList;
        this.visit = visit;
        this.clock = clock;
    }

    /** The times that the query asks for: {@code staff}, {@code from} and {@code day}, all optional. */
    Page show(Service service, Input query, String notice) {
        var staff = query.find("staff", Kind.ID);
        var from = query.find("from", Kind.DATE);
        var day = query.find("day", Kind.DATE);
        query.orThrow();
        var first = from.or(() -> nextFreeDay(service, staff)).orElseGet(this::today);
        return page(service, staff, first, day, notice);
    }

    /** The times around one that was taken just now. */
    Page showAfterAll(Service service, SlotWish taken) {
        var day = taken.start().atZone(zone()).toLocalDate();
        var notice = "Somebody was faster: " + Words.moment(taken.start(), zone())
                + " is not free any more. Choose another time.";
        return page(service, taken.staffId(), day, Optional.of(day), notice);
    }

    /** The form for whoever books, with a check where one is asked for. */
    Page details(Service service, SlotWish slot, Filled form, Optional<Widget> widget) {
        return Page.of("booking/details", "Your details", view(service, slot, form, widget));
    }

    private DetailsView view(Service service, SlotWish slot, Filled form, Optional<Widget> widget) {
        var organization = visit.organization();
        var staff = slot.staffId().map(id -> staffList.get(organization.id(), id));
        var day = slot.start().atZone(zone()).toLocalDate();
        return new DetailsView(
                choice(service),
                organization.name(),
                Words.day(day) + ", " + Words.time(slot.start(), zone()),
                staff.map(Staff::name).orElse("Whoever is free"),
                slot.staffId().map(Ids::text).orElse(""),
                Times.text(slot.start(), zone()),
                path(service, slot.staffId(), day, day),
                organization.consentText(),
                form,
                widget);
    }

    private Page page(
            Service service, Optional<Long> staff, LocalDate first, Optional<LocalDate> wanted, String notice) {
        var query = new SlotQuery(
                visit.organizationId(), service.id(), staff, first, first.plusDays(DAYS - 1L), Optional.empty());
        var byDay = new TreeMap<LocalDate, List<FreeStart>>();
        availability
                .find(query)
                .starts()
                .forEach(free -> byDay.computeIfAbsent(day(free.slot().startInclusive()), any -> new ArrayList<>())
                        .add(free));
        var open = wanted.filter(byDay::containsKey)
                .or(() -> byDay.keySet().stream().findFirst());
        var days = byDay.keySet().stream()
                .map(day -> new TimesView.Choice(
                        path(service, staff, first, day),
                        Words.shortDay(day),
                        open.filter(day::equals).isPresent()))
                .toList();
        var times = open.map(day -> byDay.getOrDefault(day, List.of())).orElse(List.of()).stream()
                .map(free -> time(service, staff, free.slot().startInclusive()))
                .toList();
        var view = new TimesView(
                choice(service),
                root(),
                notice,
                Words.zone(zone()),
                staffChoices(service, staff),
                days,
                first.isAfter(today()) ? path(service, staff, latest(first.minusDays(DAYS), today())) : "",
                path(service, staff, first.plusDays(DAYS)),
                open.map(Words::day).orElse(""),
                times);
        return Page.of("booking/times", service.name(), view);
    }

    private List<TimesView.Choice> staffChoices(Service service, Optional<Long> chosen) {
        var choices = new ArrayList<TimesView.Choice>();
        choices.add(new TimesView.Choice(root() + "/" + Ids.text(service.id()), "Anybody", chosen.isEmpty()));
        staffList.list(visit.organizationId()).stream()
                .filter(each -> each.isActive() && service.isGivenBy(each.id()))
                .forEach(each -> choices.add(new TimesView.Choice(
                        root() + "/" + Ids.text(service.id()) + "?staff=" + Ids.text(each.id()),
                        each.name(),
                        chosen.filter(id -> id == each.id()).isPresent())));
        return choices;
    }

    private TimesView.Choice time(Service service, Optional<Long> staff, Instant start) {
        var path = root() + "/" + Ids.text(service.id()) + "/details?start=" + start
                + staff.map(id -> "&staff=" + Ids.text(id)).orElse("");
        return new TimesView.Choice(path, Words.time(start, zone()), false);
    }

    private Optional<LocalDate> nextFreeDay(Service service, Optional<Long> staff) {
        return nextFree.find(visit.organizationId(), service.id(), staff, clock.instant(), 1).stream()
                .map(free -> day(free.slot().startInclusive()))
                .findFirst();
    }

    private String path(Service service, Optional<Long> staff, LocalDate from, LocalDate day) {
        return path(service, staff, from) + "&day=" + day;
    }

    private String path(Service service, Optional<Long> staff, LocalDate from) {
        return root() + "/" + Ids.text(service.id()) + "?from=" + from
                + staff.map(id -> "&staff=" + Ids.text(id)).orElse("");
    }

    private ServiceChoice choice(Service service) {
        return ServiceChoice.of(service, root());
    }

    private String root() {
        return "/b/" + visit.organization().slug();
    }

    private ZoneId zone() {
        return visit.organization().zone();
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
