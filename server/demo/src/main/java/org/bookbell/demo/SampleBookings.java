package org.bookbell.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Booking;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.Guest;
import org.bookbell.booking.NewAppointment;
import org.bookbell.booking.SlotWish;
import org.bookbell.calendar.offer.Availability;
import org.bookbell.calendar.offer.NextFree;
import org.bookbell.calendar.offer.OfferedSlot;
import org.bookbell.calendar.offer.SlotQuery;

/** Books what sample clients would book. */
@Dependent
class SampleBookings {

    private static final int DAYS = 30;
    private static final int FIRST_HOUR = 9;
    /** From then on little or nothing is offered before the samples close. */
    private static final LocalTime CLOSED = LocalTime.of(19, 0);

    /** Always the same, so that two people who look at a demo see the same. */
    private final Random chance = new Random(20100318);

    private final Availability availability;
    private final NextFree nextFree;
    private final Booking booking;
    private final Clock clock;

    @Inject
    SampleBookings(Availability availability, NextFree nextFree, Booking booking, Clock clock) {
        this.availability = availability;
        this.nextFree = nextFree;
        this.booking = booking;
        this.clock = clock;
    }

    /** Books a month; answers how many appointments that made. */
    int bookMonth(SampleOrganization organization) {
        var zone = ZoneId.of(organization.sample().organization().zone());
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var booked = 0;
        for (var day = 0; day < DAYS; day++) {
            for (long staff : organization.staff()) {
                booked += bookDay(organization, staff, today.plusDays(day), zone);
            }
        }
        return booked + bookEarlier(organization, today, zone);
    }

    /** After closing time nothing is offered today any more; the page of the day then shows what was. */
    private int bookEarlier(SampleOrganization organization, LocalDate today, ZoneId zone) {
        if (clock.instant().isBefore(today.atTime(CLOSED).atZone(zone).toInstant())) {
            return 0;
        }
        var booked = 0;
        for (long staff : organization.staff()) {
            for (var hour = FIRST_HOUR; hour < CLOSED.getHour() - 2; hour += 2) {
                var start = today.atTime(hour, 0).atZone(zone).toInstant();
                book(organization, any(organization.services()), Optional.of(staff), start, false);
                booked++;
            }
        }
        return booked;
    }

    private int bookDay(SampleOrganization organization, long staff, LocalDate day, ZoneId zone) {
        var booked = 0;
        for (var i = 0; i < organization.sample().appointmentsADay(); i++) {
            long service = any(organization.services());
            var offered = availability
                    .find(new SlotQuery(organization.id(), service, Optional.of(staff), day, day, Optional.of(zone)))
                    .slots();
            if (!offered.isEmpty()) {
                book(organization, service, any(offered));
                booked++;
            }
        }
        return booked;
    }

    private void book(SampleOrganization organization, long service, OfferedSlot slot) {
        book(organization, service, Optional.of(slot.staffId()), slot.slot().startInclusive(), true);
    }

    /**
     * Books an appointment whose reminder, a day before, falls due at the next full minute: at least 20 s from now, at
     * most 80 s.
     */
    void bookWithReminderSoon(SampleOrganization organization) {
        var minute = clock.instant().plusSeconds(80).truncatedTo(ChronoUnit.MINUTES);
        book(
                organization,
                organization.services().get(0),
                Optional.of(organization.staff().get(0)),
                minute.plus(Duration.ofDays(1)),
                false);
    }

    /** Books the next free time of any service. */
    void bookNext(SampleOrganization organization) {
        long service = any(organization.services());
        nextFree.find(organization.id(), service, Optional.empty(), clock.instant(), 1).stream()
                .findFirst()
                .ifPresent(free -> book(
                        organization,
                        service,
                        Optional.of(any(free.staffIds())),
                        free.slot().startInclusive(),
                        true));
    }

    private void book(
            SampleOrganization organization, long service, Optional<Long> staff, Instant start, boolean offeredOnly) {
        var note = any(organization.sample().notes());
        booking.book(
                Actor.system(),
                organization.id(),
                new NewAppointment(
                        new SlotWish(service, staff, start, BookingSource.DESK, offeredOnly),
                        new Guest.Known(any(organization.clients())),
                        Optional.of(note).filter(text -> !text.isEmpty())));
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
