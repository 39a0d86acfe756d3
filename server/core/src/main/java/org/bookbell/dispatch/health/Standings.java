package org.bookbell.dispatch.health;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bookbell.dispatch.health.Standing.Run;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** The standings as stored. */
@Dependent
public class Standings {

    private static final String COLUMNS = "gateway, destination, degraded_at, judged, missed, ban_sum, decline_sum,"
            + " run_judged, run_missed, run_canaries, run_from, recovery, p95_millis";

    private final Clock clock;

    @Inject
    public Standings(Clock clock) {
        this.clock = clock;
    }

    /** All standings of {@code gateway}. */
    List<Standing> of(Sql sql, String gateway) {
        return sql.list("SELECT " + COLUMNS + " FROM gateway_standing WHERE gateway = ?", Standings::read, gateway);
    }

    /** After how long an attempt over {@code gateway} without a receipt is missed. */
    public Duration patience(Sql sql, String gateway) {
        return Sheet.of(gateway, of(sql, gateway)).overall().patience();
    }

    /** All gateways that fail, over some destination or over all. */
    public static List<Standing> degraded(Sql sql) {
        return sql.list(
                "SELECT " + COLUMNS + " FROM gateway_standing WHERE degraded_at IS NOT NULL"
                        + " ORDER BY gateway, destination",
                Standings::read);
    }

    /** The gateways of which anything is known. */
    public static List<String> listGateways(Sql sql) {
        return sql.list(
                "SELECT DISTINCT gateway FROM gateway_standing ORDER BY gateway", row -> row.getText("gateway"));
    }

    /** Forgets all that is known of {@code gateway}, and judges what it took until now no more. */
    public void forget(Sql sql, String gateway) {
        sql.update("DELETE FROM gateway_standing WHERE gateway = ?", gateway);
        sql.update(
                "UPDATE attempt SET judged = TRUE WHERE judged = FALSE AND gateway = ?"
                        + " AND state IN ('ACCEPTED', 'DELIVERED', 'UNDELIVERED', 'UNKNOWN') AND submitted_at > ?",
                gateway,
                clock.instant().minus(EvidenceReader.OLDEST));
    }

    void save(Sql sql, Collection<Standing> changed) {
        var now = clock.instant();
        var rows = changed.stream().map(each -> row(each, now)).toList();
        var counts = sql.batch(
                "UPDATE gateway_standing SET degraded_at = ?, judged = ?, missed = ?, ban_sum = ?, decline_sum = ?,"
                        + " run_judged = ?, run_missed = ?, run_canaries = ?, run_from = ?, recovery = ?, p95_millis = ?, changed_at = ?"
                        + " WHERE gateway = ? AND destination = ?",
                rows);
        var fresh = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                fresh.add(rows.get(i));
            }
        }
        sql.insertAll(
                "INSERT INTO gateway_standing (degraded_at, judged, missed, ban_sum, decline_sum, run_judged,"
                        + " run_missed, run_canaries, run_from, recovery, p95_millis, changed_at, gateway, destination)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh);
    }

    private static @Nullable Object[] row(Standing standing, Instant now) {
        var run = standing.run();
        return new @Nullable Object[] {
            standing.degradedAt().orElse(null),
            standing.baseline().judged(),
            standing.baseline().missed(),
            run.ban(),
            run.decline(),
            run.judged(),
            run.missed(),
            run.canaries(),
            run.from().orElse(null),
            standing.recovery(),
            standing.p95().map(Duration::toMillis).orElse(null),
            now,
            standing.gateway(),
            standing.destination()
        };
    }

    private static Standing read(Row row) throws SQLException {
        return new Standing(
                row.getText("gateway"),
                row.getText("destination"),
                row.findInstant("degraded_at"),
                new Baseline(row.getDouble("judged"), row.getDouble("missed")),
                new Run(
                        row.getDouble("ban_sum"),
                        row.getDouble("decline_sum"),
                        row.getInt("run_judged"),
                        row.getInt("run_missed"),
                        row.getInt("run_canaries"),
                        row.findInstant("run_from")),
                row.getDouble("recovery"),
                row.findLong("p95_millis").map(Duration::ofMillis));
    }
}
