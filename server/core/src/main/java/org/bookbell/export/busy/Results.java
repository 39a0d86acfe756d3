package org.bookbell.export.busy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.fetch.Validators;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Writes down what came of a fetch, unless somebody else claimed the calendar meanwhile or it was removed. */
@UseCase
class Results {

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int LONGEST_FAULT = 300;

    private final Sql sql;
    private final Clock clock;
    private final Audit audit;
    private final BusyBlocks blocks;
    private final Schedule schedule;
    private final FailureLetters letters;

    @Inject
    Results(Sql sql, Clock clock, Audit audit, BusyBlocks blocks, Schedule schedule, FailureLetters letters) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
        this.blocks = blocks;
        this.schedule = schedule;
        this.letters = letters;
    }

    /** It was read: {@code busy} are all busy times within the window. */
    public void read(Claim claim, List<TimeSlot> busy, TimeSlot window, Validators validators) {
        if (!isGood(claim, validators, Optional.of(clock.instant()))) {
            return;
        }
        var change = blocks.replace(claim.organizationId(), claim.staffId(), claim.id(), busy, window.startInclusive());
        if (!change.isNone()) {
            audit.record(
                    Actor.system(),
                    claim.organizationId(),
                    "busyCalendar.changed",
                    "busyCalendar",
                    claim.id(),
                    change.added() + " added, " + change.removed() + " removed");
        }
    }

    /** It is as it was. */
    public void unchanged(Claim claim) {
        isGood(claim, claim.validators(), claim.readAt());
    }

    private boolean isGood(Claim claim, Validators validators, Optional<Instant> readAt) {
        var now = clock.instant();
        return sql.update(
                        "UPDATE busy_calendar SET state = ?, fault = NULL, failures = 0, failing_since = NULL, told_at = NULL,"
                                + " entity_tag = ?, last_modified = ?, fetched_at = ?, good_at = ?, read_at = ?,"
                                + " next_fetch_at = ?, not_before = NULL, claimed_until = NULL WHERE id = ? AND claim = ?",
                        BusyState.GOOD,
                        validators.entityTag().orElse(null),
                        validators.lastModified().orElse(null),
                        now,
                        now,
                        readAt.orElse(null),
                        schedule.afterSuccess(now),
                        claim.id(),
                        claim.fence())
                == 1;
    }

    /**
     * It could not be fetched or read; the blocks stay as they are.
     *
     * @param asked when its server wants to be asked again
     */
    public void failed(Claim claim, String fault, Optional<Duration> asked) {
        var now = clock.instant();
        var failures = claim.failures() + 1;
        var changed = sql.update(
                "UPDATE busy_calendar SET state = ?, fault = ?, failures = ?, failing_since = COALESCE(failing_since, ?),"
                        + " fetched_at = ?, next_fetch_at = ?, not_before = ?, claimed_until = NULL"
                        + " WHERE id = ? AND claim = ?",
                BusyState.FAILING,
                fault.substring(0, Math.min(LONGEST_FAULT, fault.length())),
                failures,
                now,
                now,
                schedule.afterFailure(now, failures, asked),
                asked.map(now::plus).orElse(null),
                claim.id(),
                claim.fence());
        if (changed == 1 && isTime(claim, now)) {
            letters.tell(claim, fault);
        }
    }

    /** Whether it failed for a day and nobody was told, which is noted. */
    private boolean isTime(Claim claim, Instant now) {
        return sql.update(
                        "UPDATE busy_calendar SET told_at = ? WHERE id = ? AND told_at IS NULL AND failing_since <= ?",
                        now,
                        claim.id(),
                        now.minus(PATIENCE))
                == 1;
    }
}
