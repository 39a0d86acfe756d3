package org.bookbell.dispatch.job.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.job.Lease;
import org.bookbell.message.AgendaRounds;
import org.jspecify.annotations.Nullable;

/**
 * Reads the organizations that may owe an agenda, by ascending id, each once in a run. Its checkpoint is the last of them:
 * a restart goes on behind it, and what it repeats changes nothing. The database is asked on another thread, since the
 * chunk's transaction would enlist the connection.
 */
@Named("dueAgendas")
@Dependent
public class DueAgendas extends AbstractItemReader {

    private static final int AT_ONCE = 100;

    private final AgendaRounds rounds;
    private final Lease lease;
    private final ExecutorService threads;
    private final AgendaPulse pulse;
    private final Queue<Long> window = new ArrayDeque<>();
    private long last;

    @Inject
    DueAgendas(AgendaRounds rounds, Lease lease, @DispatchThreads ExecutorService threads, AgendaPulse pulse) {
        this.rounds = rounds;
        this.lease = lease;
        this.threads = threads;
        this.pulse = pulse;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        last = checkpoint instanceof Long id ? id : 0;
    }

    @Override
    public @Nullable Object readItem() throws Exception {
        pulse.beat();
        if (!lease.isHeld()) {
            return null;
        }
        if (window.isEmpty()) {
            window.addAll(threads.submit(() -> rounds.listDue(last, AT_ONCE)).get());
        }
        var next = window.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
