package org.bookbell.dispatch.claim;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.claim.Claim.PastAttempt;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.guard.Guards;
import org.bookbell.dispatch.quiet.Nights;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.bookbell.storage.start.Node;
import org.jspecify.annotations.Nullable;

/**
 * Who sends which message. A claim is one conditional update, so that of several claimers exactly one gets a message;
 * it lasts 15 s of the database's time, is renewed while this node lives, and is taken back when it expires.
 */
@Dependent
public class Claims {

    private static final String SOMETHING_IS_DUE = "SELECT CASE WHEN"
            + " EXISTS (SELECT 1 FROM message WHERE state = 'PLANNED' AND try_at <= ?)"
            + " OR EXISTS (SELECT 1 FROM message WHERE state = 'UNCLEAR' AND try_at <= ?)"
            + " OR EXISTS (SELECT 1 FROM message WHERE state = 'ACCEPTED' AND try_at <= ?)"
            + " OR EXISTS (SELECT 1 FROM message WHERE state = 'UNDELIVERED' AND try_at <= ?)"
            + " OR EXISTS (SELECT 1 FROM message WHERE state = 'SUSPECT' AND try_at <= ?)"
            + " OR EXISTS (SELECT 1 FROM message WHERE state = 'CLAIMED' AND claimed_until <= %1$s)"
            + " OR EXISTS (SELECT 1 FROM message WHERE state = 'SUBMITTING' AND claimed_until <= %1$s)"
            + " THEN 1 ELSE 0 END";

    private static final String NEAREST_FIRST = " ORDER BY COALESCE(appointment_start, useful_until), id";

    private final JobsDatabase database;
    private final History history;
    private final LeaseTime lease;
    private final Nights nights;
    private final Guards guards;
    private final SetAside setAside;
    private final Node node;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Claims(
            JobsDatabase database,
            History history,
            LeaseTime lease,
            Nights nights,
            Guards guards,
            SetAside setAside,
            Node node,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.history = history;
        this.lease = lease;
        this.nights = nights;
        this.guards = guards;
        this.setAside = setAside;
        this.node = node;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether there is anything to send or to decide: one question that the index answers. */
    public boolean isAnythingDue() {
        var now = clock.instant();
        var question = SOMETHING_IS_DUE.formatted(lease.now());
        return database.withoutTransaction(sql -> sql.count(question, now, now, now, now, now)) == 1;
    }

    /** Ids of messages to send now, those of the nearest appointments first. */
    public List<Long> listDue(int limit) {
        return database.withoutTransaction(sql -> sql.list(
                "SELECT id FROM message WHERE state = 'PLANNED' AND try_at <= ?" + NEAREST_FIRST + " LIMIT " + limit,
                row -> row.getLong("id"),
                clock.instant()));
    }

    /** Claims those of {@code messages} that still wait and are due, nearest first; another claimer may have been faster. */
    public List<Claim> claim(Collection<Long> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        var fence = ids.next();
        var now = clock.instant();
        var unreadable = new Unreadable();
        var claimed = database.inTransaction(sql -> {
            sql.update(
                    "UPDATE message SET state = 'CLAIMED', state_at = ?, claim_node = ?, claim_fence = ?,"
                            + " guard_fence = COALESCE(guard_fence, ?),"
                            + " claimed_until = " + lease.expiry()
                            + " WHERE state = 'PLANNED' AND try_at <= ? AND id IN " + Sql.marks(messages.size()),
                    parameters(List.of(now, node.number(), fence, fence, now), messages));
            var claims = unreadable.list(
                    sql,
                    "id",
                    "SELECT " + Claim.COLUMNS + " FROM message WHERE state = 'CLAIMED' AND claim_fence = ? AND id IN "
                            + Sql.marks(messages.size()) + NEAREST_FIRST,
                    Claim::read,
                    parameters(List.of(fence), messages));
            return guards.admit(sql, withAttempts(sql, byDay(sql, claims), unreadable), Claim::guarded);
        });
        setAside.end(unreadable.messages());
        return claimed;
    }

    /** Those that wake nobody. */
    private List<Claim> byDay(Sql sql, List<Claim> claims) {
        var staying = nights.keepBack(sql, claims.stream().flatMap(claim -> claim.ringing().stream()));
        return staying.isEmpty()
                ? claims
                : claims.stream().filter(claim -> !staying.contains(claim.id())).toList();
    }

    private static List<Claim> withAttempts(Sql sql, List<Claim> claims, Unreadable unreadable) {
        if (claims.isEmpty()) {
            return claims;
        }
        var attempts = unreadable.list(
                sql,
                "message_id",
                "SELECT id, message_id, attempt_no, gateway, state FROM attempt WHERE message_id IN "
                        + Sql.marks(claims.size()) + " ORDER BY message_id, attempt_no",
                PastAttempt::read,
                claims.stream().map(Claim::id).toArray());
        if (attempts.isEmpty() && unreadable.messages().isEmpty()) {
            return claims;
        }
        return claims.stream()
                .filter(claim -> !unreadable.messages().contains(claim.id()))
                .map(claim -> claim.with(attempts.stream()
                        .filter(attempt -> attempt.messageId() == claim.id())
                        .toList()))
                .toList();
    }

    /** Makes the claims of {@code fences} last another 15 s. */
    public void renew(Collection<Long> fences) {
        if (fences.isEmpty()) {
            return;
        }
        database.withoutTransaction(sql -> sql.update(
                "UPDATE message SET claimed_until = " + lease.expiry()
                        + " WHERE state IN ('CLAIMED', 'SUBMITTING') AND claim_node = ? AND claim_fence IN "
                        + Sql.marks(fences.size()),
                parameters(List.of(node.number()), fences)));
    }

    /**
     * Lets claims go that cannot be sent now; they are looked at again {@code later}, or when they stop being useful.
     * The history tells a reason once, however often it is met.
     */
    public void giveBack(List<Claim> claims, Duration later, String reason) {
        var now = clock.instant();
        database.inTransaction(sql -> {
            var rows = new ArrayList<@Nullable Object[]>();
            for (var claim : claims) {
                rows.add(new @Nullable Object[] {
                    now,
                    earlier(now.plus(later), claim.usefulUntil()),
                    History.shorten(reason),
                    claim.id(),
                    claim.fence()
                });
            }
            var counts = sql.batch(
                    "UPDATE message SET state = 'PLANNED', state_at = ?, try_at = ?, reason = ?, claimed_until = NULL,"
                            + " reason_code = CASE WHEN reason_code IN ('THROTTLED', 'QUIET_HOURS') THEN NULL ELSE reason_code END"
                            + " WHERE id = ? AND claim_fence = ? AND state = 'CLAIMED'",
                    rows);
            var events = new ArrayList<Event>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 1 && !claims.get(i).waitedFor().equals(Optional.of(reason))) {
                    events.add(new Event(claims.get(i).id(), MessageState.PLANNED, now, null, reason));
                }
            }
            history.add(sql, events);
            return events.size();
        });
    }

    /**
     * Ends what an earlier process of this node left claimed: it is dead, since this one has its number.
     *
     * @return how many messages were freed
     */
    public int freePredecessors() {
        return database.withoutTransaction(sql -> sql.update(
                "UPDATE message SET claimed_until = " + lease.now()
                        + " WHERE state IN ('CLAIMED', 'SUBMITTING') AND claim_node = ?",
                node.number()));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Object[] parameters(List<? extends Object> first, Collection<Long> rest) {
        var all = new ArrayList<Object>(first);
        all.addAll(rest);
        return all.toArray();
    }
}
