package org.bookbell.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.booking.message.Facts;
import org.bookbell.booking.slot.CalendarLock;
import org.bookbell.booking.slot.SlotChoice;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.message.planning.Planning;

/**
 * Takes over appointments that were agreed elsewhere, for imports. Nothing here refuses by throwing, so that an import
 * can go on and tell all that is wrong; it begins no transaction either, the import's use case does.
 */
@Dependent
public class BookedElsewhere {

    private final SlotChoice slots;
    private final CalendarLock lock;
    private final Facts facts;
    private final Planning planning;
    private final Audit audit;

    @Inject
    BookedElsewhere(SlotChoice slots, CalendarLock lock, Facts facts, Planning planning, Audit audit) {
        this.slots = slots;
        this.lock = lock;
        this.facts = facts;
        this.planning = planning;
        this.audit = audit;
    }

    /**
     * Makes the time of an appointment busy that was brought in with all that belongs to it.
     *
     * @param time the gap after included, at most 24 hours
     * @return whether it was free; if not, nothing was changed
     */
    public boolean keepBusy(long staffId, TimeSlot time, long appointmentId) {
        return time.length().compareTo(CalendarLock.LONGEST) <= 0
                && lock.reserve(List.of(staffId), time, appointmentId, null);
    }

    /** Whether a start lies in the time in which appointments can be booked. */
    public boolean isSensible(Instant start) {
        return slots.isSensible(start);
    }

    /**
     * Books what was agreed elsewhere: its reminders are planned, nobody is told of it at once.
     *
     * @param wish with whom it is, named; its start {@linkplain #isSensible can be booked}
     * @return empty where the time is not free; then nothing was changed
     */
    public Optional<Appointment> take(
            Actor actor, long organizationId, SlotWish wish, long clientId, Optional<String> note) {
        var taken = slots.find(organizationId, wish);
        taken.ifPresent(appointment -> {
            appointment.book(clientId, note.orElse(null), appointment.createdAt());
            planning.adopted(facts.of(appointment));
            audit.record(actor, organizationId, "appointment.imported", "appointment", appointment.id(), "");
        });
        return taken;
    }
}
