package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.bookbell.message.MessagesDue;

/**
 * The short cut: what is due the moment it was planned is sent right after the commit. It only hands ids to another
 * thread, since no transaction may begin here; if it fails, the job sends them within seconds.
 */
@Dependent
class SentAtOnce {

    private static final Logger LOG = System.getLogger(SentAtOnce.class.getName());

    private final Dispatcher dispatcher;
    private final ExecutorService threads;

    @Inject
    SentAtOnce(Dispatcher dispatcher, @DispatchThreads ExecutorService threads) {
        this.dispatcher = dispatcher;
        this.threads = threads;
    }

    void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesDue due) {
        try {
            threads.execute(() -> send(due.ids()));
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "the server stops; the job sends these messages", stopping);
        }
    }

    private void send(List<Long> ids) {
        try {
            dispatcher.send(ids);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The short cut failed; the job sends these messages within seconds.", failure);
        }
    }
}
