package org.bookbell.dispatch.attempt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Call;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.claim.SetAside;
import org.bookbell.dispatch.quiet.Nights;
import org.bookbell.dispatch.routing.WaitReason;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageState;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** What becomes of a claim that may not be sent: too late, opted out, overtaken by quiet hours, or planned anew under the sender's hands. */
@Dependent
public class Dropped {

    private final JobsDatabase database;
    private final History history;
    private final SetAside setAside;
    private final Clock clock;

    @Inject
    public Dropped(JobsDatabase database, History history, SetAside setAside, Clock clock) {
        this.database = database;
        this.history = history;
        this.setAside = setAside;
        this.clock = clock;
    }

    /** Another channel tells the same, or the client is called already about this appointment. */
    private static final String TOLD_OTHERWISE = "SELECT COUNT(*) FROM message m JOIN message x"
            + " ON x.appointment_id = m.appointment_id AND x.occurrence = m.occurrence AND x.id <> m.id"
            + " AND x.recipient_kind = m.recipient_kind AND x.recipient_id = m.recipient_id WHERE m.id = ?"
            + " AND ((x.kind = m.kind AND x.channel <> m.channel"
            + " AND x.state NOT IN ('SKIPPED', 'CANCELLED', 'TOO_LATE', 'REFUSED', 'UNDELIVERED'))"
            + " OR EXISTS (SELECT 1 FROM call_list c WHERE c.message_id = x.id))";

    private record Now(int revision, Instant usefulUntil, boolean optedOut) {

        static Now read(Row row) throws SQLException {
            return new Now(row.getInt("revision"), row.getInstant("useful_until"), row.getInt("opted_out") > 0);
        }
    }

    private record Fate(MessageState state, Instant tryAt, String code, String reason, boolean call) {}

    /** Looks why {@code claim} may not be sent and moves it on; does nothing if it is no longer this node's. */
    public void settle(Claim claim) {
        var now = clock.instant();
        database.inTransaction(sql -> {
            var current = sql.find(
                    "SELECT revision, useful_until, (SELECT COUNT(*) FROM opt_out o WHERE o.channel = message.channel"
                            + " AND o.address = message.address"
                            + " AND o.organization_id IN (0, message.organization_id)) AS opted_out"
                            + " FROM message WHERE id = ? AND state = 'CLAIMED' AND claim_fence = ?",
                    Now::read,
                    claim.id(),
                    claim.fence());
            return current.map(each -> move(sql, claim, fate(sql, claim, each, now), now))
                    .orElse(0);
        });
    }

    /** Ends a claim whose text cannot be written, and lets the watchdog tell it. */
    public void giveUp(Claim claim) {
        var now = clock.instant();
        var fate = new Fate(
                MessageState.SKIPPED,
                RetryRule.NEVER,
                "NOT_WRITTEN",
                "the text could not be made from its template",
                true);
        database.inTransaction(sql -> move(sql, claim, fate, now));
        setAside.tell();
    }

    private static Fate fate(Sql sql, Claim claim, Now current, Instant now) {
        if (!now.isBefore(current.usefulUntil())) {
            var forOwn = claim.waitedFor().filter(WaitReason::isForOwn);
            if (forOwn.isPresent()) {
                return new Fate(
                        MessageState.TOO_LATE,
                        RetryRule.NEVER,
                        WaitReason.NO_OWN_GATEWAY,
                        "not sent before it stopped being useful: " + forOwn.get(),
                        true);
            }
            return new Fate(
                    MessageState.TOO_LATE,
                    RetryRule.NEVER,
                    "TOO_LATE",
                    "not sent before it stopped being useful",
                    true);
        }
        if (current.optedOut()) {
            boolean call = claim.audience() == Audience.CLIENT
                    && claim.start().isPresent()
                    && sql.count(TOLD_OTHERWISE, claim.id()) == 0;
            return new Fate(MessageState.SKIPPED, RetryRule.NEVER, "OPTED_OUT", "the recipient has opted out", call);
        }
        if (claim.hasTurnedQuiet(now)) {
            return new Fate(
                    MessageState.PLANNED,
                    now,
                    Nights.QUIET_HOURS,
                    "its recipient's quiet hours began while it was about to be sent",
                    false);
        }
        return new Fate(MessageState.PLANNED, now, "CHANGED", "changed while it was about to be sent", false);
    }

    private int move(Sql sql, Claim claim, Fate fate, Instant now) {
        int moved = sql.update(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id = ? AND claim_fence = ? AND state = 'CLAIMED'",
                fate.state(),
                now,
                fate.tryAt(),
                fate.code(),
                fate.reason(),
                claim.id(),
                claim.fence());
        if (moved == 1) {
            history.add(sql, List.of(new Event(claim.id(), fate.state(), now, null, fate.reason())));
            history.call(
                    sql,
                    Optional.of(new Call(claim.id(), fate.code(), fate.reason(), now)).stream()
                            .filter(call -> fate.call())
                            .toList());
        }
        return moved;
    }
}
