package org.bookbell.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.message.MessagesDue;
import org.jspecify.annotations.Nullable;

/**
 * The short cut: what is due the moment it was planned is sent right after the commit. It only hands ids to another
 * thread, since no transaction may begin here; if it fails, the job sends them within seconds. What is planned within
 * a moment is claimed together, so that many bookings cost little more than one.
 */
@ApplicationScoped
class SentAtOnce {

    private static final Logger LOG = System.getLogger(SentAtOnce.class.getName());

    private final @Nullable Dispatcher dispatcher;
    private final @Nullable ExecutorService threads;
    private final Queue<Long> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isSending = new AtomicBoolean();

    /** For the container's proxy. */
    protected SentAtOnce() {
        this.dispatcher = null;
        this.threads = null;
    }

    @Inject
    SentAtOnce(Dispatcher dispatcher, @DispatchThreads ExecutorService threads) {
        this.dispatcher = dispatcher;
        this.threads = threads;
    }

    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesDue due) {
        waiting.addAll(due.ids());
        goOn();
    }

    private void goOn() {
        if (threads == null || waiting.isEmpty() || !isSending.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.execute(this::sendWhatWaits);
        } catch (RejectedExecutionException stopping) {
            isSending.set(false);
            LOG.log(Level.DEBUG, "the server stops; the job sends these messages", stopping);
        } catch (RuntimeException | Error noThread) {
            isSending.set(false);
            throw noThread;
        }
    }

    private void sendWhatWaits() {
        try {
            Gathering.pause();
            send(take());
        } finally {
            isSending.set(false);
            goOn();
        }
    }

    private List<Long> take() {
        var ids = new ArrayList<Long>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            ids.add(next);
        }
        return ids;
    }

    private void send(List<Long> ids) {
        if (dispatcher == null) {
            throw new IllegalStateException("made without a dispatcher");
        }
        try {
            dispatcher.send(ids);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The short cut failed; the job sends these messages within seconds.", failure);
        }
    }
}
