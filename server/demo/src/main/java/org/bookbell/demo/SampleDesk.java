package org.bookbell.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.booking.Booking;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.Guest;
import org.bookbell.booking.NewAppointment;
import org.bookbell.booking.PagedAppointments;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/** Where sample clients call: some of them book, some cancel. */
@Singleton
class SampleDesk {

    /** Always the same, so that two people who look at a demo see the same. */
    private final Random chance = new Random(20100318);

    private final Booking booking;
    private final Clock clock;

    @Inject
    SampleDesk(Booking booking, Clock clock) {
        this.booking = booking;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Books a time that is offered; empty if somebody who tries the demonstration was faster. */
    Optional<Appointment> book(SampleOrganization organization, long service, long staff, Instant start) {
        return book(organization, new SlotWish(service, Optional.of(staff), start, BookingSource.DESK, true));
    }

    /** Books any time that is not taken, also one outside the hours or that has begun. */
    Optional<Appointment> bookAnyway(SampleOrganization organization, long service, long staff, Instant start) {
        return book(organization, new SlotWish(service, Optional.of(staff), start, BookingSource.DESK, false));
    }

    private Optional<Appointment> book(SampleOrganization organization, SlotWish slot) {
        var note = any(organization.sample().notes());
        var wish = new NewAppointment(
                slot,
                new Guest.Known(any(organization.clients())),
                Optional.of(note).filter(text -> !text.isEmpty()));
        try {
            return Optional.of(booking.book(Actor.system(), organization.id(), wish));
        } catch (ProblemException refused) {
            if (refused.type() == ProblemType.SLOT_TAKEN) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    void cancel(SampleOrganization organization, long appointment) {
        booking.cancel(Actor.system(), organization.id(), appointment, "A sample client cannot come.");
    }

    /** What keeps calendars busy and begins in {@code [from, to)}, by start. */
    List<Appointment> listBusy(SampleOrganization organization, Instant from, Instant to) {
        return new PagedAppointments(booking)
                .read(organization.id(), AppointmentFilter.between(from, to))
                .flatMap(List::stream)
                .filter(each -> each.status() != AppointmentStatus.CANCELLED)
                .toList();
    }

    <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }
}
