package org.bookbell.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.demo.SampleMonth.Day;

/** What has begun today at a sample: somebody came, somebody did not, and the desk is to say who. */
@Dependent
class SampleToday {

    private static final int FIRST_HOUR = 9;
    private static final int LAST_HOUR = 17;
    private static final int HOURS_BETWEEN = 2;
    private static final Duration AGO = Duration.ofMinutes(30);
    private static final Duration GRID = Duration.ofMinutes(15);

    private final SampleDesk desk;

    @Inject
    SampleToday(SampleDesk desk) {
        this.desk = desk;
    }

    /** Books what the day has seen so far of those whose day is not {@code taken}; answers how many that made. */
    int bookPast(SampleOrganization organization, Set<Day> taken) {
        var today = organization.dayOf(desk.now());
        var booked = 0;
        for (long staff : organization.staff()) {
            booked += taken.contains(new Day(staff, today)) ? 0 : bookPast(organization, new Day(staff, today));
        }
        return booked;
    }

    private int bookPast(SampleOrganization organization, Day day) {
        var booked = 0;
        for (var hour = FIRST_HOUR; hour < LAST_HOUR; hour += HOURS_BETWEEN) {
            var start = day.date().atTime(hour, 0).atZone(organization.zone()).toInstant();
            var service = desk.any(organization.services()).id();
            if (!start.isAfter(desk.now())) {
                booked += desk.bookAnyway(organization, service, day.staffId(), start)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return booked;
    }

    /** Books a time that has begun, at any hour of the day, unless there is one of which nobody has said what became. */
    void keepOneBegun(SampleOrganization organization) {
        var now = desk.now();
        var today = organization.dayOf(now);
        var midnight = organization.startOf(today);
        var busy = desk.listBusy(organization, midnight, organization.startOf(today.plusDays(1)));
        var isThere = busy.stream()
                .anyMatch(each ->
                        each.status().isLive() && !each.time().startInclusive().isAfter(now));
        if (!isThere) {
            bookBegun(organization, midnight, busy);
        }
    }

    /** The latest time that is free, half an hour ago or earlier, but of today. */
    private void bookBegun(SampleOrganization organization, Instant midnight, List<Appointment> busy) {
        var service = organization.shortest();
        for (var start = onGrid(desk.now().minus(AGO)); ; start = start.minus(GRID)) {
            var time = TimeSlot.of(start.isBefore(midnight) ? midnight : start, service.busy());
            for (long staff : organization.staff()) {
                if (isFree(staff, time, busy)
                        && desk.bookAnyway(organization, service.id(), staff, time.startInclusive())
                                .isPresent()) {
                    return;
                }
            }
            if (!start.isAfter(midnight)) {
                return;
            }
        }
    }

    private static boolean isFree(long staff, TimeSlot time, List<Appointment> busy) {
        return busy.stream()
                .noneMatch(each -> each.staffId() == staff && each.busyTime().overlaps(time));
    }

    private static Instant onGrid(Instant instant) {
        var seconds = instant.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, GRID.toSeconds()));
    }
}
