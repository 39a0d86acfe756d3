package org.bookbell.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.booking.slot.BookedSlot;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * A booked slot.
 *
 * <p>It begins as a hold while somebody fills a form, or at once as booked. A client may confirm it, move it, which
 * raises its {@linkplain #occurrence() occurrence}, or cancel it; afterwards it was completed, or the client did not
 * come. A cancelled one can be booked again if its time is still free. It is never deleted. Its length and the gap after
 * are those of the service at the time of booking.
 */
@Entity
@Table(name = "appointment")
public class Appointment {

    @Id
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "service_id")
    private long serviceId;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "client_id")
    private @Nullable Long clientId;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "gap_minutes")
    private int gapMinutes;

    private String zone;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private BookingSource source;

    private int occurrence;

    @Column(name = "token_version")
    private int tokenVersion;

    @Column(name = "held_until")
    private @Nullable Instant heldUntil;

    @Column(name = "ended_reason")
    private @Nullable String endedReason;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Appointment() {}

    public Appointment(long id, BookedSlot slot, BookingSource source, Instant now) {
        this.id = id;
        this.organizationId = slot.organizationId();
        this.serviceId = slot.serviceId();
        this.staffId = slot.staffId();
        this.status = AppointmentStatus.HELD;
        this.startsAt = slot.time().startInclusive();
        this.endsAt = slot.time().endExclusive();
        this.gapMinutes = Math.toIntExact(slot.gap().toMinutes());
        this.zone = slot.zone().getId();
        this.source = source;
        this.createdAt = now;
        this.changedAt = now;
    }

    public void hold(Instant until) {
        heldUntil = until;
    }

    void book(long client, @Nullable String clientNote, Instant now) {
        become(AppointmentStatus.BOOKED, now);
        clientId = client;
        note = clientNote;
        heldUntil = null;
    }

    public void moveTo(BookedSlot slot, Instant now) {
        if (!status.isLive()) {
            throw refusedTo("be moved");
        }
        status = AppointmentStatus.BOOKED;
        serviceId = slot.serviceId();
        staffId = slot.staffId();
        startsAt = slot.time().startInclusive();
        endsAt = slot.time().endExclusive();
        gapMinutes = Math.toIntExact(slot.gap().toMinutes());
        zone = slot.zone().getId();
        occurrence++;
        changedAt = now;
    }

    void confirm(Instant now) {
        become(AppointmentStatus.CONFIRMED, now);
    }

    void cancel(String reason, Instant now) {
        become(AppointmentStatus.CANCELLED, now);
        endedReason = reason;
        heldUntil = null;
    }

    void reinstate(Instant now) {
        if (status != AppointmentStatus.CANCELLED) {
            throw refusedTo("be booked again");
        }
        become(AppointmentStatus.BOOKED, now);
        endedReason = null;
        occurrence++;
    }

    void markNoShow(Instant now) {
        requireStarted(now, "be marked as a no-show");
        become(AppointmentStatus.NO_SHOW, now);
    }

    void complete(Instant now) {
        requireStarted(now, "be completed");
        become(AppointmentStatus.COMPLETED, now);
    }

    void changeNote(@Nullable String text, Instant now) {
        note = text;
        changedAt = now;
    }

    void revokeLinks(Instant now) {
        tokenVersion++;
        changedAt = now;
    }

    private void requireStarted(Instant now, String act) {
        if (now.isBefore(startsAt)) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW, "The appointment has not begun and cannot " + act + " yet.");
        }
    }

    private void become(AppointmentStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw refusedTo("become " + next);
        }
        status = next;
        changedAt = now;
    }

    private ProblemException refusedTo(String act) {
        return new ProblemException(
                ProblemType.NOT_POSSIBLE_NOW, "The appointment is " + status + " and cannot " + act + ".");
    }

    public long id() {
        return id;
    }

    public long organizationId() {
        return organizationId;
    }

    public long serviceId() {
        return serviceId;
    }

    public long staffId() {
        return staffId;
    }

    /** The client; empty while it is a hold. */
    public Optional<Long> clientId() {
        return Optional.ofNullable(clientId);
    }

    public AppointmentStatus status() {
        return status;
    }

    /** From its start to its end, without the gap after. */
    public TimeSlot time() {
        return new TimeSlot(startsAt, endsAt);
    }

    /** The time that the calendar is busy: with the gap after. */
    public TimeSlot busyTime() {
        return time().extendedBy(Duration.ofMinutes(gapMinutes));
    }

    /** The zone in which it was booked. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** The client's own words. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public BookingSource source() {
        return source;
    }

    /** How often it was moved or booked again. */
    public int occurrence() {
        return occurrence;
    }

    /** Raised to make the client's links invalid. */
    public int tokenVersion() {
        return tokenVersion;
    }

    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(heldUntil);
    }

    /** Why it was cancelled. */
    public Optional<String> endedReason() {
        return Optional.ofNullable(endedReason);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Raised by each change; an {@code ETag}. */
    public long version() {
        return version;
    }
}
