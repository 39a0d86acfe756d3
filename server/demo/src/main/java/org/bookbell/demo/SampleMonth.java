package org.bookbell.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.offer.Availability;
import org.bookbell.calendar.offer.SlotQuery;

/** What is booked at a sample for the coming weeks. */
@Dependent
class SampleMonth {

    private final Availability availability;
    private final SampleDesk desk;

    @Inject
    SampleMonth(Availability availability, SampleDesk desk) {
        this.availability = availability;
        this.desk = desk;
    }

    /** A staff member's day. */
    record Day(long staffId, LocalDate date) {}

    /** The days to come on which somebody has something to do already. */
    Set<Day> listTaken(SampleOrganization organization) {
        var today = organization.dayOf(desk.now());
        var end = today.plusDays(organization.sample().days());
        return desk.listBusy(organization, organization.startOf(today), organization.startOf(end)).stream()
                .map(each -> day(organization, each))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Day day(SampleOrganization organization, Appointment appointment) {
        return new Day(
                appointment.staffId(), organization.dayOf(appointment.time().startInclusive()));
    }

    /** Books the days that are not {@code taken}; answers how many appointments that made. */
    int book(SampleOrganization organization, Set<Day> taken) {
        var today = organization.dayOf(desk.now());
        var booked = 0;
        for (var day = 0; day < organization.sample().days(); day++) {
            for (long staff : organization.staff()) {
                var theirs = new Day(staff, today.plusDays(day));
                booked += taken.contains(theirs) ? 0 : book(organization, theirs);
            }
        }
        return booked;
    }

    private int book(SampleOrganization organization, Day day) {
        var booked = 0;
        for (var i = 0; i < organization.sample().appointmentsADay(); i++) {
            var service = desk.any(organization.services()).id();
            var offered = availability
                    .find(new SlotQuery(
                            organization.id(),
                            service,
                            Optional.of(day.staffId()),
                            day.date(),
                            day.date(),
                            Optional.of(organization.zone())))
                    .slots();
            if (!offered.isEmpty()) {
                var start = desk.any(offered).slot().startInclusive();
                booked += desk.book(organization, service, day.staffId(), start).isPresent() ? 1 : 0;
            }
        }
        return booked;
    }
}
