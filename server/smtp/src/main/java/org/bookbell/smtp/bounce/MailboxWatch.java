package org.bookbell.smtp.bounce;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bookbell.smtp.wire.Sockets;
import org.bookbell.spi.gateway.GatewayContext;

/**
 * Looks into the mailbox of an open account each minute, on a thread of its own. A failure is logged once, until it works
 * again, and makes the pauses longer.
 */
public final class MailboxWatch implements AutoCloseable {

    private static final Logger LOG = System.getLogger(MailboxWatch.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE = 16;
    private static final Duration END = Duration.ofSeconds(1);

    private final MailboxAccount account;
    private final Mailbox mailbox;
    private final Sockets sockets = new Sockets();
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private MailboxWatch(MailboxAccount account, BounceAddress address, GatewayContext context, Duration every) {
        this.account = account;
        this.mailbox = new Mailbox(account, address, context.receipts(), context.clock(), sockets);
        this.every = every;
        this.thread = new Thread(this::run, "bounces-" + context.gateway());
        thread.setDaemon(true);
    }

    /** Begins to watch. */
    public static MailboxWatch over(MailboxAccount account, BounceAddress address, GatewayContext context) {
        return over(account, address, context, EVERY);
    }

    static MailboxWatch over(MailboxAccount account, BounceAddress address, GatewayContext context, Duration every) {
        var watch = new MailboxWatch(account, address, context, every);
        watch.thread.start();
        return watch;
    }

    private void run() {
        var failures = 0;
        do {
            failures = look(failures);
        } while (!isStoppedWithin(every.multipliedBy(Math.min(1L << Math.min(failures, 10), LONGEST_PAUSE))));
    }

    /** Answers how many looks in a row have failed. */
    private int look(int failures) {
        try {
            while (mailbox.look() && stopped.getCount() > 0) {
                // there is more
            }
            if (failures > 0) {
                LOG.log(Level.INFO, "The mailbox for bounces at {0} can be read again.", account.server());
            }
            return 0;
        } catch (MessagingException | IOException failure) {
            log(failures, MailboxFault.describe(account, failure));
        } catch (RuntimeException notStored) {
            log(
                    failures,
                    "Bounces from the mailbox at " + account.server() + " cannot be stored now: "
                            + notStored.getClass().getSimpleName() + ".");
        }
        return failures + 1;
    }

    private void log(int failures, String words) {
        if (failures == 0 && stopped.getCount() > 0) {
            LOG.log(Level.WARNING, "{0} It is tried again.", words);
        }
    }

    private boolean isStoppedWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the connection under the hands of the thread, without waiting for it. */
    public void stop() {
        stopped.countDown();
        thread.interrupt();
        sockets.abort();
    }

    /** Ends the thread within a second, or leaves it to end by itself. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
