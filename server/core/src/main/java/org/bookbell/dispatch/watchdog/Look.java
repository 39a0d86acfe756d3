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
import org.bookbell.dispatch.LeaseTime;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/** One look at the ledger itself: not whether the job runs, but whether what is due is sent. */
@Dependent
class Look {

    static final Duration LATE = Duration.ofMinutes(3);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);

    private final JobsDatabase database;
    private final DispatchHealth health;
    private final LeaseTime lease;
    private final Clock clock;

    @Inject
    Look(JobsDatabase database, DispatchHealth health, LeaseTime lease, Clock clock) {
        this.database = database;
        this.health = health;
        this.lease = lease;
        this.clock = clock;
    }

    /** What is wrong now. */
    List<Trouble> take() {
        try {
            var troubles = new ArrayList<Trouble>();
            database.withoutTransaction(sql -> {
                late(sql).ifPresent(troubles::add);
                return stuck(sql).map(troubles::add).isPresent();
            });
            email().ifPresent(troubles::add);
            return List.copyOf(troubles);
        } catch (SqlException unreachable) {
            return List.of(new Trouble(
                    Trouble.Kind.DATABASE,
                    "The database does not answer; nothing can be booked or sent. See whether it runs."));
        }
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
        return sql.find(
                        "SELECT MIN(due_at) AS oldest, COUNT(*) AS messages FROM message WHERE state = 'PLANNED'"
                                + " AND try_at <= ? AND due_at <= ? AND (reason_code IS NULL"
                                + " OR reason_code NOT IN ('THROTTLED', 'RECIPIENT_UNREACHABLE')"
                                + " OR try_at <= ?) AND kind <> 'CANARY' AND channel IN "
                                + Sql.marks(channels.size())
                                + " AND (reason IS NULL OR (channel IN (?, ?) AND NOT EXISTS (SELECT 1"
                                + " FROM own_gateways_only o WHERE o.organization_id = message.organization_id"
                                + " AND o.channel = message.channel)))",
                        Look::waiting,
                        parameters.toArray())
                .flatMap(found -> found)
                .map(waiting -> new Trouble(
                        Trouble.Kind.LATE,
                        waiting.messages()
                                + " messages are due and not sent, the oldest since " + waiting.oldest()
                                + ". See the gateways and the job at /operator, and the server's log."));
    }

    private static Optional<Waiting> waiting(Row row) throws SQLException {
        long messages = row.getLong("messages");
        return row.findInstant("oldest").map(oldest -> new Waiting(oldest, messages));
    }

    private record Waiting(Instant oldest, long messages) {}

    private Optional<Trouble> stuck(Sql sql) {
        long expired =
                sql.count("SELECT COUNT(*) FROM message WHERE state IN ('CLAIMED', 'SUBMITTING') AND claimed_until <= "
                        + lease.minuteAgo());
        return expired == 0
                ? Optional.empty()
                : Optional.of(new Trouble(
                        Trouble.Kind.STUCK,
                        expired + " messages are claimed by a sender that is gone, and nobody takes them back. See"
                                + " whether a server runs that sends, at /operator."));
    }

    private Optional<Trouble> email() {
        var gateways = health.listServersGateways().stream()
                .filter(each -> each.kind() == PluginKind.EMAIL)
                .toList();
        boolean anyWorks = gateways.stream().anyMatch(each -> each.state() == GatewayHealth.State.READY);
        return gateways.isEmpty() || anyWorks
                ? Optional.empty()
                : Optional.of(new Trouble(
                        Trouble.Kind.EMAIL,
                        "No e-mail gateway can be used, so nobody is told of anything by e-mail: "
                                + gateways.get(0).fault().orElse("see /operator.")));
    }
}
