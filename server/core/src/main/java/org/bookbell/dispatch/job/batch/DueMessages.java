package org.bookbell.dispatch.job.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.Dispatcher;
import org.bookbell.dispatch.attempt.Overdue;
import org.bookbell.dispatch.job.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ids of due messages until there are none and nothing is on its way. Its checkpoint is only a count: what was
 * done stands in the messages themselves, so that a restart simply goes on. The chunk's transaction would enlist every
 * connection, so the database is asked on another thread.
 */
@Named("dueMessages")
@Dependent
public class DueMessages extends AbstractItemReader {

    private static final long PAUSE_MILLIS = 100;

    private final Dispatcher dispatcher;
    private final Overdue overdue;
    private final Lease lease;
    private final ExecutorService threads;
    private final Pulse pulse;
    private final Queue<Long> window = new ArrayDeque<>();
    private long read;

    @Inject
    DueMessages(
            Dispatcher dispatcher,
            Overdue overdue,
            Lease lease,
            @DispatchThreads ExecutorService threads,
            Pulse pulse) {
        this.dispatcher = dispatcher;
        this.overdue = overdue;
        this.lease = lease;
        this.threads = threads;
        this.pulse = pulse;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        read = checkpoint instanceof Long count ? count : 0;
    }

    @Override
    public @Nullable Object readItem() throws Exception {
        while (lease.isHeld() && !dispatcher.isStopping()) {
            pulse.beat();
            boolean wasIdle = dispatcher.awaitIdle(Duration.ZERO);
            if (window.isEmpty()) {
                window.addAll(threads.submit(this::settleAndList).get());
            }
            var next = window.poll();
            if (next != null) {
                read++;
                return next;
            }
            if (wasIdle) {
                return null;
            }
            // what others send meanwhile begins and ends many times a moment
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return null;
    }

    private List<Long> settleAndList() {
        overdue.settle();
        return dispatcher.listDue();
    }

    @Override
    public Serializable checkpointInfo() {
        return read;
    }
}
