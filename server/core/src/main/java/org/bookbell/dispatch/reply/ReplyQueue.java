package org.bookbell.dispatch.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.bookbell.dispatch.receipt.AfterReceipts;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.jspecify.annotations.Nullable;

/** Handles the replies that wait, in the order in which they came; one that cannot be handled waits for a minute. */
@ApplicationScoped
public class ReplyQueue implements AfterReceipts {

    private static final Logger LOG = System.getLogger(ReplyQueue.class.getName());
    private static final int AT_ONCE = 50;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final @Nullable Parts parts;

    private record Parts(JobsDatabase database, LongConsumer handling, Clock clock) {}

    /** For the container's proxy. */
    protected ReplyQueue() {
        this.parts = null;
    }

    @Inject
    ReplyQueue(JobsDatabase database, ReplyHandling handling, Clock clock) {
        this(database, handling::handle, clock);
    }

    ReplyQueue(JobsDatabase database, LongConsumer handling, Clock clock) {
        this.parts = new Parts(database, handling, clock);
    }

    @Override
    public int doSome() {
        if (parts == null) {
            throw new IllegalStateException("made without a database");
        }
        var with = parts;
        var waiting = with.database()
                .withoutTransaction(sql -> sql.list(
                        "SELECT id FROM reply WHERE handle_at <= ? ORDER BY handle_at, id LIMIT " + AT_ONCE,
                        row -> row.getLong("id"),
                        with.clock().instant()));
        waiting.forEach(id -> handle(with, id));
        return waiting.size();
    }

    private static void handle(Parts with, long id) {
        try {
            with.handling().accept(id);
        } catch (RuntimeException failure) {
            var again = with.clock().instant().plus(PAUSE);
            with.database()
                    .withoutTransaction(sql -> sql.update(
                            "UPDATE reply SET handle_at = ? WHERE id = ? AND handle_at IS NOT NULL", again, id));
            // without the causes, whose words may quote the reply
            LOG.log(
                    Level.ERROR,
                    "Reply {0} cannot be handled and is tried again in a minute: {1}",
                    Ids.text(id),
                    failure.toString());
        }
    }
}
