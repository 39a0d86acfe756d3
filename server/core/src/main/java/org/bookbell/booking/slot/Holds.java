package org.bookbell.booking.slot;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.booking.Appointments;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.transaction.UseCase;

/** Keeps slots for some minutes while forms are filled. A hold ends by itself, by database time. */
@UseCase
public class Holds {

    /** How long a slot is kept. */
    public static final Duration LENGTH = Duration.ofMinutes(10);

    private static final int MOST_FORGOTTEN = 500;

    private final SlotChoice slots;
    private final Appointments appointments;
    private final Audit audit;
    private final Clock clock;

    @Inject
    public Holds(SlotChoice slots, Appointments appointments, Audit audit, Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a free time; refuses as {@link ProblemType#SLOT_TAKEN} with the next free ones. */
    public Appointment hold(Actor actor, long organizationId, SlotWish wish) {
        var appointment =
                slots.take(organizationId, wish, Optional.of(clock.instant().plus(LENGTH)));
        audit.record(actor, organizationId, "appointment.held", "appointment", appointment.id(), "");
        return appointment;
    }

    /** Gives a held slot back. */
    public void release(Actor actor, long organizationId, long holdId) {
        var held = appointments.get(organizationId, holdId);
        if (held.status() != AppointmentStatus.HELD) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE_NOW, "It is booked already; cancel the appointment.");
        }
        slots.free(held);
        appointments.remove(held);
        audit.record(actor, organizationId, "appointment.holdReleased", "appointment", holdId, "");
    }

    /** Forgets holds that ended, some hundred at a time; answers how many. */
    public int purge() {
        var ended = appointments.listEndedHolds(clock.instant(), MOST_FORGOTTEN);
        ended.forEach(hold -> {
            slots.free(hold);
            appointments.remove(hold);
        });
        return ended.size();
    }
}
