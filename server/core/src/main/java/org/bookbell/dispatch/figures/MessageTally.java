package org.bookbell.dispatch.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.attempt.ReceiptMatch;
import org.bookbell.dispatch.figures.MessagesMoved.Fate;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.dispatch.job.Lease;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Counts what messages met since the last look, whoever wrote it: their histories and the call list are read by their ids,
 * which follow time. Only the holder of the lease counts, so that nothing is counted by two nodes; it begins with what is
 * written after it took the lease.
 */
@Singleton
class MessageTally implements Chore {

    /** By then what has an id is committed. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private static final String EVENTS = "SELECT m.channel, CASE e.state WHEN 'ACCEPTED' THEN 'SENT' ELSE e.state END"
            + " AS fate, COUNT(*) AS moved FROM message_event e JOIN message m ON m.id = e.message_id"
            + " WHERE e.id >= ? AND e.id < ? AND (e.state IN ('DELIVERED', 'UNDELIVERED', 'UNKNOWN')"
            + " OR (e.state = 'ACCEPTED' AND (e.detail IS NULL OR e.detail NOT LIKE '" + ReceiptMatch.LATE + "%')))"
            + " GROUP BY m.channel, e.state";
    private static final String CALLS = "SELECT m.channel, 'CALLED' AS fate, COUNT(*) AS moved FROM call_list c"
            + " JOIN message m ON m.id = c.message_id WHERE c.id >= ? AND c.id < ? GROUP BY m.channel";

    private final JobsDatabase database;
    private final Supplier<OptionalLong> holding;
    private final Clock clock;
    private final Figures figures;
    private OptionalLong fence = OptionalLong.empty();
    private long counted;

    @Inject
    MessageTally(JobsDatabase database, Lease lease, Clock clock, Figures figures) {
        this(database, lease::fence, clock, figures);
    }

    MessageTally(JobsDatabase database, Supplier<OptionalLong> holding, Clock clock, Figures figures) {
        this.database = database;
        this.holding = holding;
        this.clock = clock;
        this.figures = figures;
    }

    @Override
    public void run() {
        var until = Ids.firstAt(clock.instant().minus(SETTLED));
        var held = holding.get();
        if (held.equals(fence)) {
            var from = counted;
            var moved = database.withoutTransaction(sql -> read(sql, from, until));
            counted = until;
            moved.forEach(figures::tell);
        } else {
            fence = held;
            counted = until;
        }
    }

    private static List<MessagesMoved> read(Sql sql, long from, long until) {
        return Stream.of(EVENTS, CALLS)
                .flatMap(question -> sql.list(question, MessageTally::read, from, until).stream())
                .toList();
    }

    private static MessagesMoved read(Row row) throws SQLException {
        return new MessagesMoved(
                Channel.valueOf(row.getText("channel")), Fate.valueOf(row.getText("fate")), row.getLong("moved"));
    }
}
