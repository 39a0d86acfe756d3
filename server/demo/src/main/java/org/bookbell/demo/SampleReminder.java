package org.bookbell.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.hours.TimeSlot;

/** An appointment of tomorrow whose reminder one can wait for. */
@Dependent
class SampleReminder {

    private static final Duration LEAD = Duration.ofDays(1);
    private static final Duration SOONEST = Duration.ofSeconds(5);
    private static final long GRID_SECONDS = 30;
    /** No sample service takes longer, the gap after it included. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private final SampleDesk desk;

    @Inject
    SampleReminder(SampleDesk desk) {
        this.desk = desk;
    }

    /**
     * Books an appointment whose reminder, a day before, falls due at the next full or half minute that is at least five
     * seconds away, and so after 35 seconds at the latest. Where nobody is free then, a client of whoever has least to do
     * must cancel.
     */
    Optional<Appointment> bookWithReminderSoon(SampleOrganization organization) {
        var service = organization.services().get(0);
        var time = TimeSlot.of(nextOnGrid(desk.now().plus(SOONEST)).plus(LEAD), service.busy());
        var inTheWay = desk.listBusy(organization, time.startInclusive().minus(LONGEST), time.endExclusive()).stream()
                .filter(each -> each.busyTime().overlaps(time))
                .toList();
        var staff = leastBusy(organization, inTheWay);
        inTheWay.stream().filter(each -> each.staffId() == staff).forEach(each -> desk.cancel(organization, each.id()));
        return desk.bookAnyway(organization, service.id(), staff, time.startInclusive());
    }

    private static long leastBusy(SampleOrganization organization, List<Appointment> busy) {
        return organization.staff().stream()
                .min(Comparator.comparingLong(staff ->
                        busy.stream().filter(each -> each.staffId() == staff).count()))
                .orElseThrow();
    }

    private static Instant nextOnGrid(Instant instant) {
        var seconds = instant.getEpochSecond() + GRID_SECONDS;
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, GRID_SECONDS));
    }
}
