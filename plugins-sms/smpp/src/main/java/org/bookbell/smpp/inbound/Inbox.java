package org.bookbell.smpp.inbound;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bookbell.smpp.receipt.ReceiptDesk;
import org.bookbell.smpp.receipt.StatusReport;
import org.bookbell.smpp.wire.Inbound;
import org.bookbell.smpp.wire.Incoming;
import org.jsmpp.SMPPConstant;

/**
 * Takes what comes over all binds of an account and works it off on a few threads, apart from those that read, so that a
 * slow database holds up no answer to a submission. Each is answered when it is stored; what is too much, or cannot be
 * stored, is refused for now, so that the message center brings it again.
 */
public final class Inbox implements Inbound, AutoCloseable {

    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 500;
    private static final Duration END = Duration.ofMillis(200);

    private final String name;
    private final ReceiptDesk receipts;
    private final ReplyDesk replies;
    private final ThreadPoolExecutor threads;

    /** @param name of the threads */
    public Inbox(String name, ReceiptDesk receipts, ReplyDesk replies) {
        this.name = name;
        this.receipts = receipts;
        this.replies = replies;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void take(int commandId, byte[] pdu, IntConsumer answer) {
        try {
            threads.execute(() -> answer.accept(take(commandId, pdu)));
        } catch (RejectedExecutionException tooMuch) {
            answer.accept(SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    /** Answers the command_status of the response. */
    private int take(int commandId, byte[] pdu) {
        var incoming = Incoming.read(commandId, pdu);
        if (incoming.isEmpty()) {
            LOG.log(Level.WARNING, "{0} got what is no right deliver_sm or data_sm, and left it.", name);
            return SMPPConstant.STAT_ESME_RX_P_APPN;
        }
        try {
            take(incoming.get());
            return SMPPConstant.STAT_ESME_ROK;
        } catch (RuntimeException notStored) {
            LOG.log(Level.DEBUG, "{0} asks the message center to repeat what could not be stored.", name);
            return SMPPConstant.STAT_ESME_RX_T_APPN;
        }
    }

    private void take(Incoming incoming) {
        if (incoming.isReceipt() || incoming.isNotification()) {
            StatusReport.read(incoming)
                    .ifPresentOrElse(
                            receipts::take,
                            () -> LOG.log(Level.WARNING, "{0} got a receipt that names no message or no state.", name));
        } else if (incoming.isMessage()) {
            replies.take(incoming);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var unused = threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
