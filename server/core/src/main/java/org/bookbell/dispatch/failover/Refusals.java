package org.bookbell.dispatch.failover;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.GatewayHealth;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Finds the server's gateways that refuse all they are given, or cannot be opened, while another one takes their messages:
 * nobody misses anything, and nobody would notice until that one fails too. Without another one the watchdog tells.
 */
@Dependent
class Refusals {

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int ENOUGH = 5;
    private static final String TAKEN = "SELECT COUNT(*) FROM attempt WHERE judged IN (FALSE, TRUE) AND gateway = ?"
            + " AND state IN ('ACCEPTED', 'UNKNOWN', 'SUSPECT', 'UNDELIVERED', 'DELIVERED') AND submitted_at > ?";
    private static final String REFUSED = "SELECT code, COUNT(*) AS attempts, MIN(submitted_at) AS since FROM attempt"
            + " WHERE judged IN (FALSE, TRUE) AND gateway = ? AND state IN ('REFUSED', 'UNCLEAR')"
            + " AND (state = 'UNCLEAR' OR code IN ('UNAVAILABLE', 'ACCOUNT', 'BLOCKED', 'OTHER'))"
            + " AND submitted_at > ? GROUP BY code";

    private final JobsDatabase database;
    private final DispatchHealth health;
    private final Clock clock;

    @Inject
    Refusals(JobsDatabase database, DispatchHealth health, Clock clock) {
        this.database = database;
        this.health = health;
        this.clock = clock;
    }

    /** How often a gateway gave one reason. */
    private record Reason(String code, long attempts, Instant since) {

        static Reason read(Row row) throws SQLException {
            return new Reason(row.findText("code").orElse("UNCLEAR"), row.getLong("attempts"), row.getInstant("since"));
        }
    }

    /**
     * Those that refuse now.
     *
     * @param used the names of all gateways that anything is sent over
     */
    List<RefusingGateway> find(Set<String> used) {
        var gateways = health.listServersGateways().stream()
                .filter(gateway -> used.contains(gateway.name()))
                .toList();
        return database.inTransaction(sql -> {
            var known = known(sql);
            known.stream().filter(each -> isOver(sql, each, gateways)).forEach(each -> forget(sql, each));
            gateways.stream()
                    .filter(gateway -> find(known, gateway).isEmpty() && hasStandIn(gateway, gateways, known))
                    .flatMap(gateway -> refusing(sql, gateway).stream())
                    .forEach(each -> note(sql, each));
            return known(sql);
        });
    }

    private static Optional<RefusingGateway> find(List<RefusingGateway> known, GatewayHealth gateway) {
        return known.stream()
                .filter(each -> each.gateway().equals(gateway.name()))
                .findFirst();
    }

    /** Whether another one takes what {@code gateway} does not. */
    private static boolean hasStandIn(
            GatewayHealth gateway, List<GatewayHealth> gateways, List<RefusingGateway> known) {
        return gateways.stream()
                .filter(other -> other.kind() == gateway.kind() && !other.name().equals(gateway.name()))
                .filter(other -> find(known, other).isEmpty())
                .anyMatch(other -> other.state() == GatewayHealth.State.READY);
    }

    private Optional<RefusingGateway> refusing(Sql sql, GatewayHealth gateway) {
        var now = clock.instant();
        if (gateway.state() == GatewayHealth.State.CLOSED) {
            return Optional.of(new RefusingGateway(gateway.name(), RefusingGateway.CLOSED, now, now));
        }
        var reasons = sql.list(REFUSED, Reason::read, gateway.name(), now.minus(PERIOD));
        boolean refusesAll = reasons.stream().mapToLong(Reason::attempts).sum() >= ENOUGH
                && sql.count(TAKEN, gateway.name(), now.minus(PERIOD)) == 0;
        return refusesAll ? Optional.of(refusing(gateway.name(), reasons, now)) : Optional.empty();
    }

    private static RefusingGateway refusing(String gateway, List<Reason> reasons, Instant now) {
        var most = reasons.stream()
                .max(Comparator.comparingLong(Reason::attempts))
                .map(Reason::code)
                .orElseThrow();
        var since = reasons.stream().map(Reason::since).min(Comparator.naturalOrder());
        return new RefusingGateway(gateway, most, since.orElse(now), now);
    }

    /** It was opened, or took a message, or nobody sends over it any more. */
    private static boolean isOver(Sql sql, RefusingGateway known, List<GatewayHealth> gateways) {
        var now = gateways.stream()
                .filter(gateway -> gateway.name().equals(known.gateway()))
                .findFirst();
        if (now.isEmpty()) {
            return true;
        }
        boolean isClosed = now.get().state() == GatewayHealth.State.CLOSED;
        return known.code().equals(RefusingGateway.CLOSED)
                ? !isClosed
                : sql.count(TAKEN, known.gateway(), known.since()) > 0;
    }

    private static List<RefusingGateway> known(Sql sql) {
        return sql.list(
                "SELECT gateway, code, refused_from, found_at FROM gateway_refusal ORDER BY gateway",
                row -> new RefusingGateway(
                        row.getText("gateway"),
                        row.getText("code"),
                        row.getInstant("refused_from"),
                        row.getInstant("found_at")));
    }

    private static void note(Sql sql, RefusingGateway found) {
        sql.update(
                "INSERT INTO gateway_refusal (gateway, code, refused_from, found_at) VALUES (?, ?, ?, ?)",
                found.gateway(),
                found.code(),
                found.from(),
                found.since());
    }

    private static void forget(Sql sql, RefusingGateway known) {
        sql.update("DELETE FROM gateway_refusal WHERE gateway = ?", known.gateway());
    }
}
