package org.bookbell.storage;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/**
 * The server's clock: database time at the last synchronization plus the time elapsed since, in whole microseconds, so
 * that all nodes agree and no wrong machine clock sends a reminder at a wrong hour.
 */
public final class DatabaseClock extends Clock {

    private record Mark(Instant databaseTime, long nanos) {}

    private final DataSource database;
    private volatile Mark mark;

    private DatabaseClock(DataSource database, Mark mark) {
        this.database = database;
        this.mark = mark;
    }

    /** A clock synchronized with {@code database}. */
    public static DatabaseClock of(DataSource database) throws SQLException {
        return new DatabaseClock(database, read(database));
    }

    /** Takes over the database's time; half the question's duration is taken as the way back. */
    public void synchronize() throws SQLException {
        mark = read(database);
    }

    /** How long ago the database was last asked for its time. */
    public Duration sinceSynchronized() {
        return Duration.ofNanos(System.nanoTime() - mark.nanos());
    }

    private static Mark read(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var question = "SELECT " + Dialect.of(connection).now() + " AS now_utc";
            var asked = System.nanoTime();
            var answer = Sql.on(connection)
                    .find(question, row -> row.getInstant("now_utc"))
                    .orElseThrow();
            var answered = System.nanoTime();
            return new Mark(answer.plusNanos((answered - asked) / 2), answered);
        }
    }

    @Override
    public Instant instant() {
        var last = mark;
        return last.databaseTime().plusNanos(System.nanoTime() - last.nanos()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("the server's clock has no zone; zones belong to organizations and people");
    }
}
