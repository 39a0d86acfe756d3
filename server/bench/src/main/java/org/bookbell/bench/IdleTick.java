package org.bookbell.bench;

import java.sql.SQLException;
import java.util.Arrays;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.dispatch.job.TickHouse;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.storage.TestDatabase;

/** What a node does each second while nothing is due: with a million reminders planned for later, and with none. */
final class IdleTick {

    private static final int PLANNED = Integer.getInteger("bookbell.bench.planned", 1_000_000);
    private static final int TICKS = 500;

    private static final String FIRST = "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel,"
            + " recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at, state, state_at,"
            + " facts, revision, attempts, created_at) VALUES (1, 7, 0, 0, 'REMINDER', 'SMS', 'CLIENT', 1,"
            + " '+4915112345678', '2027-11-02', '2027-11-01', '2027-11-02', '2027-11-01', 'PLANNED', '2026-11-02', '{}',"
            + " 0, 0, '2026-11-02')";
    /** As many again as there are, a minute apart. */
    private static final String DOUBLE = "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel,"
            + " recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at, state, state_at,"
            + " facts, revision, attempts, created_at) SELECT id + %1$d, organization_id, occurrence, rule_id, kind,"
            + " channel, recipient_kind, recipient_id, address, appointment_start, due_at + INTERVAL id MINUTE,"
            + " useful_until + INTERVAL id MINUTE, try_at + INTERVAL id MINUTE, state, state_at, facts, revision, attempts,"
            + " created_at FROM message WHERE id <= %2$d";

    private final Table table;

    IdleTick(Table table) {
        this.table = table;
    }

    void measure() throws SQLException {
        var schema = Vendor.MARIADB.freshSchema();
        var pool = schema.pool(8);
        var database = TestDatabase.on(pool);
        try (var house = new DispatchHouse(database)) {
            var ticks = new TickHouse(database, house);
            millis(ticks);
            var empty = millis(ticks);
            plan(schema);
            millis(ticks);
            var full = millis(ticks);
            if (ticks.started() != 1) {
                throw new IllegalStateException("nothing may be due");
            }
            table.add(
                    "the tick of a second with " + PLANNED + " messages planned for later / with none, median",
                    Table.number("%.2f ms", full[TICKS / 2]),
                    Table.number("%.2f ms", empty[TICKS / 2]),
                    Table.number("%.2f ×", full[TICKS / 2] / empty[TICKS / 2]),
                    "≤ 5 ms");
            table.add("the same, p99", Table.number("%.2f ms", full[TICKS * 99 / 100]), "", "", "");
        } finally {
            pool.dispose();
        }
    }

    private static void plan(Schema schema) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(FIRST);
            for (int there = 1; there < PLANNED; there += Math.min(there, PLANNED - there)) {
                statement.execute(DOUBLE.formatted(there, PLANNED - there));
            }
            statement.execute("ANALYZE TABLE message");
        }
    }

    private static double[] millis(TickHouse ticks) {
        var times = new double[TICKS];
        for (var i = 0; i < TICKS; i++) {
            var begun = System.nanoTime();
            ticks.tick();
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }
}
