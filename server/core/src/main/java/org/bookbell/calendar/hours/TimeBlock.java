package org.bookbell.calendar.hours;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exception to a calendar's week, one range of instants. An AVAILABLE block adds to the week, a NOT_AVAILABLE one
 * removes from it; where both cover a time it is not available. Appointments that already stand there stay.
 */
@Entity
@Table(name = "time_block")
public class TimeBlock {

    /** No block is longer, so that those of a month are found by their start. */
    public static final Duration LONGEST = Duration.ofDays(366);

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "organization_id")
    private long organizationId;

    @Column(name = "calendar_id")
    private long calendarId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private BlockKind kind;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "note")
    private @Nullable String note;

    /** Written by SQL alone: nobody changes the blocks of an outside calendar one by one. */
    @Column(name = "source_id", insertable = false, updatable = false)
    private @Nullable Long sourceId;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected TimeBlock() {}

    public TimeBlock(
            long id, long organizationId, long calendarId, BlockKind kind, TimeSlot range, @Nullable String note) {
        this.id = id;
        this.organizationId = organizationId;
        this.calendarId = calendarId;
        this.kind = kind;
        this.startsAt = range.startInclusive();
        this.endsAt = range.endExclusive();
        this.note = note;
    }

    public void change(BlockKind newKind, TimeSlot newRange, @Nullable String newNote) {
        kind = newKind;
        startsAt = newRange.startInclusive();
        endsAt = newRange.endExclusive();
        note = newNote;
    }

    public long id() {
        return id;
    }

    public long organizationId() {
        return organizationId;
    }

    /** The staff member's or resource's. */
    public long calendarId() {
        return calendarId;
    }

    public BlockKind kind() {
        return kind;
    }

    public TimeSlot range() {
        return new TimeSlot(startsAt, endsAt);
    }

    /** Why, for the organization's own eyes. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Whether somebody made it, not an outside calendar. */
    public boolean isMadeByHand() {
        return sourceId == null;
    }

    public long version() {
        return version;
    }
}
