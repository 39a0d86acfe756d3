package org.bookbell.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.bookbell.dispatch.attempt.Gathered;
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

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int AT_ONCE = 1_000;

    private final @Nullable Gathered<Long> due;

    /** For the container's proxy. */
    protected SentAtOnce() {
        this.due = null;
    }

    @Inject
    SentAtOnce(Dispatcher dispatcher, @DispatchThreads ExecutorService threads) {
        this.due = new Gathered<>(MOMENT, AT_ONCE, threads, ids -> send(dispatcher, ids));
    }

    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesDue messages) {
        if (due == null) {
            throw new IllegalStateException("made without a dispatcher");
        }
        try {
            due.add(messages.ids());
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "the server stops; the job sends these messages", stopping);
        }
    }

    private static void send(Dispatcher dispatcher, List<Long> ids) {
        try {
            dispatcher.send(ids);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The short cut failed; the job sends these messages within seconds.", failure);
        }
    }
}
