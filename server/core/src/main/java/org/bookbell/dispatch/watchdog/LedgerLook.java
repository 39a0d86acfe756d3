package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.GatewayHealth;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.watchdog.Trouble.Kind;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** A look at the ledger itself: not whether the job runs, but whether what is due is sent and comes to an end. */
@Dependent
class LedgerLook {

    static final Duration LATE = Duration.ofMinutes(3);
    /** For so long a gateway that nothing else was sent over since is held to have answered nothing. */
    private static final Duration RECENT = Duration.ofHours(6);

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

    private static final String WHERE_TO_LOOK = "See the gateways and the job at /operator, and the server's log.";

    private final JobsDatabase database;
    private final DispatchHealth health;
    private final LeaseTime lease;
    private final Clock clock;

    @Inject
    LedgerLook(JobsDatabase database, DispatchHealth health, LeaseTime lease, Clock clock) {
        this.database = database;
        this.health = health;
        this.lease = lease;
        this.clock = clock;
    }

    /** What is wrong now. */
    List<Trouble> take() {
        return database.withoutTransaction(sql -> Stream.of(late(sql), unanswered(sql), overdue(sql), stuck(sql))
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * What waits since its recipient cannot receive now is late through nobody's fault here. A canary may wait for its own gateway while messages go over others. Where there is no gateway at all, messages wait for
     * somebody to add one, and say so themselves. So do those that were looked at and wait for their organization's own
     * gateways, since it wants no others or there are none.
     */
    private Optional<Trouble> late(Sql sql) {
        var now = clock.instant();
        var channels = Stream.of(PluginKind.SMS, PluginKind.EMAIL)
                .filter(health::hasGateway)
                .map(Enum::name)
                .toList();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        var parameters = new ArrayList<Object>(List.of(now.plus(LONGEST_BACK_OFF), now.minus(LATE), now.minus(LATE)));
        parameters.addAll(channels);
        parameters.add(health.hasServersGateway(PluginKind.SMS) ? PluginKind.SMS : "");
        parameters.add(health.hasServersGateway(PluginKind.EMAIL) ? PluginKind.EMAIL : "");
        return found(
                        sql,
                        "SELECT MIN(due_at) AS oldest, COUNT(*) AS messages FROM message WHERE state = 'PLANNED'"
                                + " AND try_at <= ? AND due_at <= ? AND (reason_code IS NULL"
                                + " OR reason_code NOT IN ('THROTTLED', 'QUIET_HOURS', 'RECIPIENT_UNREACHABLE')"
                                + " OR try_at <= ?) AND kind <> 'CANARY' AND channel IN "
                                + Sql.marks(channels.size())
                                + " AND (reason IS NULL OR (channel IN (?, ?) AND NOT EXISTS (SELECT 1"
                                + " FROM own_gateways_only o WHERE o.organization_id = message.organization_id"
                                + " AND o.channel = message.channel)))",
                        parameters)
                .map(waiting -> new Trouble(
                        Kind.LATE,
                        waiting.messages() + " messages are due and not sent, the oldest since " + waiting.oldest()
                                + ". " + WHERE_TO_LOOK));
    }

    /**
     * What was sent, minutes ago for the first time, and got no answer, while its gateway took nothing else since.
     * A gateway that hangs leaves few messages waiting for a next attempt, and where few are sent none.
     */
    private Optional<Trouble> unanswered(Sql sql) {
        var gateways = health.listGateways().stream().map(GatewayHealth::name).toList();
        if (gateways.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var parameters = new ArrayList<Object>(List.of(now.minus(RECENT), now.minus(LATE)));
        parameters.addAll(gateways);
        return found(
                        sql,
                        "SELECT MIN(m.due_at) AS oldest, COUNT(*) AS messages FROM attempt l"
                                + " JOIN message m ON m.id = l.message_id AND m.attempts = l.attempt_no"
                                + " WHERE l.state = 'UNCLEAR' AND l.submitted_at > ?"
                                + " AND m.state IN ('UNCLEAR', 'UNKNOWN') AND m.kind <> 'CANARY'"
                                + " AND (SELECT MIN(e.happened_at) FROM message_event e WHERE e.message_id = m.id"
                                + " AND e.state = 'SUBMITTING') <= ?"
                                + " AND l.gateway IN " + Sql.marks(gateways.size())
                                + " AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.gateway = l.gateway"
                                + " AND a.submitted_at > l.submitted_at AND a.state IN"
                                + " ('ACCEPTED', 'DELIVERED', 'UNDELIVERED', 'UNKNOWN', 'SUSPECT'))",
                        parameters)
                .map(waiting -> new Trouble(
                        Kind.UNANSWERED,
                        waiting.messages()
                                + " messages were sent and their gateway answered nothing, the oldest due at "
                                + waiting.oldest() + ". " + WHERE_TO_LOOK));
    }

    /** Each message has a moment at which it is looked at or ends; this finds those whose moment passed unused. */
    private Optional<Trouble> overdue(Sql sql) {
        var before = clock.instant().minus(LATE);
        long messages = sql.count(
                        "SELECT COUNT(*) FROM message WHERE state IN"
                                + " ('UNCLEAR', 'ACCEPTED', 'UNDELIVERED', 'SUSPECT', 'UNKNOWN') AND try_at <= ?",
                        before)
                + sql.count(
                        "SELECT COUNT(*) FROM message WHERE state IN ('PLANNED', 'CLAIMED', 'SUBMITTING', 'HELD')"
                                + " AND try_at <= ? AND useful_until <= ?",
                        before,
                        before);
        return messages == 0
                ? Optional.empty()
                : Optional.of(new Trouble(
                        Kind.OVERDUE,
                        messages + " messages have no outcome though their time is over, so that nobody calls their"
                                + " clients. " + WHERE_TO_LOOK));
    }

    private Optional<Trouble> stuck(Sql sql) {
        long expired =
                sql.count("SELECT COUNT(*) FROM message WHERE state IN ('CLAIMED', 'SUBMITTING') AND claimed_until <= "
                        + lease.minuteAgo());
        return expired == 0
                ? Optional.empty()
                : Optional.of(new Trouble(
                        Kind.STUCK,
                        expired + " messages are claimed by a sender that is gone, and nobody takes them back. See"
                                + " whether a server runs that sends, at /operator."));
    }

    private record Waiting(Instant oldest, long messages) {}

    private static Optional<Waiting> found(Sql sql, String question, List<Object> parameters) {
        return sql.find(question, LedgerLook::waiting, parameters.toArray()).flatMap(waiting -> waiting);
    }

    private static Optional<Waiting> waiting(Row row) throws SQLException {
        long messages = row.getLong("messages");
        return row.findInstant("oldest").map(oldest -> new Waiting(oldest, messages));
    }
}
