package org.bookbell.booking.slot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.Appointments;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.offer.Availability;
import org.bookbell.calendar.offer.NextFree;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;

/** Takes slots for appointments, or says that they are taken and which are free next. */
@Dependent
public class SlotChoice {

    private static final int NEXT_FREE = 5;
    private static final Duration OLDEST = Duration.ofDays(1);
    private static final Duration FARTHEST = Duration.ofDays(2 * 366);

    private final Services services;
    private final StaffList staff;
    private final Availability availability;
    private final NextFree nextFree;
    private final CalendarLock lock;
    private final Appointments appointments;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public SlotChoice(
            Services services,
            StaffList staff,
            Availability availability,
            NextFree nextFree,
            CalendarLock lock,
            Appointments appointments,
            Ids ids,
            Clock clock) {
        this.services = services;
        this.staff = staff;
        this.availability = availability;
        this.nextFree = nextFree;
        this.lock = lock;
        this.appointments = appointments;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new appointment, not booked yet, that keeps the wished time busy. */
    public Appointment take(long organizationId, SlotWish wish, Optional<Instant> heldUntil) {
        requireSensible(wish.start());
        var taken = find(organizationId, wish, heldUntil);
        return taken.orElseThrow(() -> taken(organizationId, wish.serviceId(), wish.staffId(), wish.start()));
    }

    /** The same for good, or empty where the time is not free. */
    public Optional<Appointment> find(long organizationId, SlotWish wish) {
        return find(organizationId, wish, Optional.empty());
    }

    private Optional<Appointment> find(long organizationId, SlotWish wish, Optional<Instant> heldUntil) {
        var service = services.get(organizationId, wish.serviceId());
        var id = ids.next();
        var candidates = wish.staffId().map(List::of).orElseGet(service::staffIds);
        for (long candidate : candidates) {
            if (isAllowed(service, candidate, wish.start(), wish.offeredOnly())) {
                var slot = slotOf(service, candidate, wish.start());
                if (lock.reserve(List.of(candidate), slot.busyTime(), id, heldUntil.orElse(null))) {
                    var appointment = new Appointment(id, slot, wish.source(), clock.instant());
                    heldUntil.ifPresent(appointment::hold);
                    appointments.add(appointment);
                    return Optional.of(appointment);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a start lies in the time in which appointments can be booked. */
    public boolean isSensible(Instant start) {
        var now = clock.instant();
        return !start.isBefore(now.minus(OLDEST)) && !start.isAfter(now.plus(FARTHEST));
    }

    /** Makes the time of an appointment busy for good, if it is still free for it. */
    public void keep(Appointment appointment) {
        if (!lock.move(List.of(appointment.staffId()), appointment.busyTime(), appointment.id())) {
            throw taken(appointment);
        }
    }

    public void free(Appointment appointment) {
        lock.release(appointment.id());
    }

    public void move(Appointment appointment, Move move) {
        var organizationId = appointment.organizationId();
        var service = services.get(organizationId, appointment.serviceId());
        requireSensible(move.start());
        long staffId = move.staffId().orElse(appointment.staffId());
        var slot = slotOf(service, staffId, move.start());
        if (!isAllowed(service, staffId, move.start(), move.offeredOnly())
                || !lock.move(List.of(staffId), slot.busyTime(), appointment.id())) {
            throw taken(organizationId, service.id(), Optional.of(staffId), move.start());
        }
        appointment.moveTo(slot, clock.instant());
    }

    private boolean isAllowed(Service service, long staffId, Instant start, boolean offeredOnly) {
        return offeredOnly
                ? availability.isOpen(service.organizationId(), service.id(), staffId, start)
                : service.isGivenBy(staffId);
    }

    private BookedSlot slotOf(Service service, long staffId, Instant start) {
        var times = service.times();
        return new BookedSlot(
                service.organizationId(),
                service.id(),
                staffId,
                TimeSlot.of(start, times.duration()),
                times.gapAfter(),
                staff.get(service.organizationId(), staffId).zone());
    }

    private void requireSensible(Instant start) {
        if (!isSensible(start)) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    List.of(new Fault(
                            "/start", "The start must lie within the next two years and at most a day in the past.")));
        }
    }

    private ProblemException taken(Appointment appointment) {
        return taken(
                appointment.organizationId(),
                appointment.serviceId(),
                Optional.of(appointment.staffId()),
                appointment.time().startInclusive());
    }

    private ProblemException taken(long organizationId, long serviceId, Optional<Long> staffId, Instant start) {
        var next = nextFree.find(organizationId, serviceId, staffId, start, NEXT_FREE).stream()
                .map(free -> Map.of(
                        "start", free.slot().startInclusive().toString(),
                        "staff", free.staffIds().stream().map(Ids::text).toList()))
                .toList();
        return new ProblemException(
                ProblemType.SLOT_TAKEN,
                "The time is not free any more. Choose one of nextFree, or ask for other times.",
                List.of(),
                Map.of("nextFree", next));
    }
}
