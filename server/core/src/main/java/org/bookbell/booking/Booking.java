package org.bookbell.booking;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.booking.message.Facts;
import org.bookbell.booking.slot.Move;
import org.bookbell.booking.slot.SlotChoice;
import org.bookbell.message.planning.Planning;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.transaction.UseCase;

/**
 * Books, moves, confirms, cancels and ends appointments. Each changes busy time, appointment and planned messages in one
 * transaction.
 */
@UseCase
public class Booking {

    private static final String OBJECT = "appointment";

    private final Appointments appointments;
    private final SlotChoice slots;
    private final Guests guests;
    private final Facts facts;
    private final Planning planning;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Booking(
            Appointments appointments,
            SlotChoice slots,
            Guests guests,
            Facts facts,
            Planning planning,
            Audit audit,
            Clock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.guests = guests;
        this.facts = facts;
        this.planning = planning;
        this.audit = audit;
        this.clock = clock;
    }

    /** Books a free time; refuses as {@link ProblemType#SLOT_TAKEN} with the next free ones. */
    public Appointment book(Actor actor, long organizationId, NewAppointment wish) {
        var client = guests.resolve(actor, organizationId, wish.guest());
        var appointment = slots.take(organizationId, wish.slot(), Optional.empty());
        return settle(actor, appointment, client, wish.note());
    }

    /** Books the slot that a hold keeps. */
    public Appointment bookHeld(Actor actor, long organizationId, long holdId, Guest guest, Optional<String> note) {
        var held = appointments.get(organizationId, holdId);
        var now = clock.instant();
        if (held.status() != AppointmentStatus.HELD
                || held.heldUntil().filter(now::isBefore).isEmpty()) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW, "The hold has ended. Choose a time again and book it.");
        }
        var client = guests.resolve(actor, organizationId, guest);
        slots.keep(held);
        return settle(actor, held, client, note);
    }

    private Appointment settle(Actor actor, Appointment appointment, long client, Optional<String> note) {
        appointment.book(client, note.orElse(null), clock.instant());
        planning.booked(facts.of(appointment));
        record(actor, appointment, "booked");
        return appointment;
    }

    /** Moves an appointment; its messages are planned anew and the others told of the change. */
    public Appointment reschedule(Actor actor, long organizationId, long id, Move move) {
        var appointment = getAtVersion(organizationId, id, move.version());
        slots.move(appointment, move);
        planning.moved(facts.of(appointment));
        record(actor, appointment, "rescheduled");
        return appointment;
    }

    /** Cancels an appointment, frees its time and cancels its reminders. */
    public Appointment cancel(Actor actor, long organizationId, long id, String reason) {
        var appointment = get(organizationId, id);
        var told = facts.of(appointment);
        appointment.cancel(reason, clock.instant());
        slots.free(appointment);
        planning.cancelled(told, true);
        record(actor, appointment, "cancelled");
        return appointment;
    }

    /** Books a cancelled appointment again at its time, if that is still free. */
    public Appointment reinstate(Actor actor, long organizationId, long id) {
        var appointment = get(organizationId, id);
        appointment.reinstate(clock.instant());
        slots.keep(appointment);
        planning.moved(facts.of(appointment));
        record(actor, appointment, "reinstated");
        return appointment;
    }

    /** Records that the client said they will come; again is no fault. */
    public Appointment confirm(Actor actor, long organizationId, long id) {
        var appointment = get(organizationId, id);
        if (appointment.status() != AppointmentStatus.CONFIRMED) {
            appointment.confirm(clock.instant());
            record(actor, appointment, "confirmed");
        }
        return appointment;
    }

    /** Records that the client did not come. */
    public Appointment markNoShow(Actor actor, long organizationId, long id) {
        var appointment = get(organizationId, id);
        appointment.markNoShow(clock.instant());
        planning.ended(id, "The client did not come.");
        record(actor, appointment, "noShow");
        return appointment;
    }

    /** Records that the appointment took place. */
    public Appointment complete(Actor actor, long organizationId, long id) {
        var appointment = get(organizationId, id);
        appointment.complete(clock.instant());
        planning.ended(id, "The appointment took place.");
        record(actor, appointment, "completed");
        return appointment;
    }

    /** Changes the client's note, which staff are told. */
    public Appointment changeNote(
            Actor actor, long organizationId, long id, Optional<String> note, Optional<Long> version) {
        var appointment = getAtVersion(organizationId, id, version);
        appointment.changeNote(note.orElse(null), clock.instant());
        planning.refreshed(facts.of(appointment));
        record(actor, appointment, "noteChanged");
        return appointment;
    }

    /**
     * Revokes the client's link, wherever it stands by now. Whatever is sent from now on carries a new one, but for what
     * is on its way to a gateway at this moment.
     */
    public Appointment renewLink(Actor actor, long organizationId, long id) {
        var appointment = get(organizationId, id);
        var former = facts.selfToken(appointment);
        appointment.revokeLinks(clock.instant());
        planning.relinked(id, former, facts.selfToken(appointment));
        record(actor, appointment, "linkRenewed");
        return appointment;
    }

    /** The appointment with {@code id}; a hold is none yet. */
    public Appointment get(long organizationId, long id) {
        var appointment = appointments.get(organizationId, id);
        if (appointment.status() == AppointmentStatus.HELD) {
            throw ProblemException.notFound(OBJECT);
        }
        return appointment;
    }

    /**
     * Those that {@code filter} wants, by start.
     *
     * @param after where to go on
     * @param limit how many at most
     */
    public List<Appointment> list(
            long organizationId, AppointmentFilter filter, Optional<AppointmentCursor> after, int limit) {
        return appointments.list(organizationId, filter, after, limit);
    }

    private Appointment getAtVersion(long organizationId, long id, Optional<Long> version) {
        var appointment = get(organizationId, id);
        if (version.filter(seen -> seen != appointment.version()).isPresent()) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The appointment was changed meanwhile. Read it again and repeat your change.");
        }
        return appointment;
    }

    private void record(Actor actor, Appointment appointment, String act) {
        audit.record(actor, appointment.organizationId(), OBJECT + "." + act, OBJECT, appointment.id(), "");
    }
}
