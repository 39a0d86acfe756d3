package org.bookbell.web.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.offer.Availability;
import org.bookbell.calendar.offer.OfferedSlot;
import org.bookbell.calendar.offer.SlotQuery;
import org.bookbell.organization.Organization;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/** The free times to which an appointment may move, day by day. */
@Dependent
public class MoveTimes {

    private static final int DAYS = 14;

    private final Availability availability;
    private final Services services;
    private final StaffList staffList;
    private final Clock clock;

    @Inject
    MoveTimes(Availability availability, Services services, StaffList staffList, Clock clock) {
        this.availability = availability;
        this.services = services;
        this.staffList = staffList;
        this.clock = clock;
    }

    /**
     * Times of the fortnight that begins with {@code day}.
     *
     * @param staff with whom; empty for the same as now
     * @param path where the appointment's page is
     */
    public MoveView view(
            Appointment appointment, Optional<LocalDate> day, Optional<Long> staff, String path, Organization at) {
        var zone = appointment.zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var first = day.filter(wanted -> wanted.isAfter(today)).orElse(today);
        long with = staff.orElse(appointment.staffId());
        var query = new SlotQuery(
                at.id(),
                appointment.serviceId(),
                Optional.of(with),
                first,
                first.plusDays(DAYS - 1L),
                Optional.of(zone));
        var days = new TreeMap<LocalDate, List<MoveView.Time>>();
        for (OfferedSlot free : availability.find(query).slots()) {
            var start = free.slot().startInclusive();
            days.computeIfAbsent(start.atZone(zone).toLocalDate(), any -> new ArrayList<>())
                    .add(new MoveView.Time(start.atOffset(ZoneOffset.UTC).toString(), Words.time(start, zone)));
        }
        return new MoveView(
                path,
                Words.moment(appointment.time().startInclusive(), zone),
                Words.zone(zone),
                Ids.text(with),
                staffChoices(at.id(), appointment, with, path, first),
                days.entrySet().stream()
                        .map(entry -> new MoveView.Day(Words.day(entry.getKey()), entry.getValue()))
                        .toList(),
                path + "/times?day=" + first.plusDays(DAYS) + "&staff=" + Ids.text(with));
    }

    private List<TimesView.Choice> staffChoices(
            long organizationId, Appointment appointment, long chosen, String path, LocalDate day) {
        var service = services.get(organizationId, appointment.serviceId());
        return staffList.list(organizationId).stream()
                .filter(Staff::isActive)
                .filter(each -> service.isGivenBy(each.id()))
                .map(each -> new TimesView.Choice(
                        path + "/times?day=" + day + "&staff=" + Ids.text(each.id()), each.name(), each.id() == chosen))
                .toList();
    }
}
