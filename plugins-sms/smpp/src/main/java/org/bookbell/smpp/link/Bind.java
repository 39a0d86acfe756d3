package org.bookbell.smpp.link;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.bookbell.smpp.wire.Dialer;
import org.bookbell.smpp.wire.Exchange;
import org.bookbell.smpp.wire.Exchange.Answered;
import org.bookbell.smpp.wire.Exchange.NotSent;
import org.bookbell.smpp.wire.Exchange.Unanswered;
import org.bookbell.smpp.wire.Inbound;
import org.bookbell.smpp.wire.Session;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one bind, on a thread of its own: connects, binds, asks whether anybody is there when nothing is heard, and begins
 * again when the connection ends. A failure is logged once, until it works
 * again or fails for another reason.
 */
final class Bind {

    private static final Logger LOG = System.getLogger(Bind.class.getName());
    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration STABLE = Duration.ofMinutes(1);
    private static final Duration GOODBYE = Duration.ofSeconds(1);
    /** SMPP 3.4, as interface_version says it (5.2.4). */
    private static final byte VERSION = 0x34;

    private final String name;
    private final BindKind kind;
    private final Access access;
    private final Inbound inbound;
    private final Runnable changed;
    private final Dialer dialer;
    private final Backoff backoff;
    private final Semaphore wake = new Semaphore(0);
    private final Thread keeper;
    private volatile @Nullable Session session;
    private volatile Trouble trouble = Trouble.NEW;
    private volatile boolean isTrying = true;
    private volatile boolean isStopped;
    /** What was logged last; of the keeper's thread. */
    private String told = "";

    /** @param changed is called whenever the bind came, went, or could not be made */
    Bind(String name, BindKind kind, Access access, Inbound inbound, Runnable changed) {
        this.name = name;
        this.kind = kind;
        this.access = access;
        this.inbound = inbound;
        this.changed = changed;
        this.dialer = new Dialer(access.endpoint(), timing().connect());
        this.backoff = new Backoff(timing().longestPause());
        this.keeper = new Thread(this::keep, name);
        keeper.setDaemon(true);
    }

    private Timing timing() {
        return access.timing();
    }

    void start() {
        keeper.start();
    }

    BindKind kind() {
        return kind;
    }

    /** The connection, while it is bound. */
    Optional<Session> session() {
        return Optional.ofNullable(session).filter(bound -> !bound.isEnded());
    }

    /** Why there is none; of before the last one, while there is one. */
    Trouble trouble() {
        return trouble;
    }

    /** Whether a connection is being made right now. */
    boolean isTrying() {
        return isTrying;
    }

    /** Ends a pause between two tries. */
    void tryNow() {
        if (session().isEmpty() && !isStopped) {
            isTrying = true;
            wake.release();
        }
    }

    /** Says goodbye and ends, without waiting for it. */
    void stop() {
        isStopped = true;
        dialer.abort();
        keeper.interrupt();
    }

    /** Waits for the thread to end; whatever still runs then is cut off. */
    void join(Duration limit) {
        try {
            keeper.join(Math.max(1, limit.toMillis()));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        session().ifPresent(left -> left.end("The account was closed."));
    }

    private void keep() {
        try {
            while (!isStopped) {
                hold();
                if (!isStopped) {
                    pause();
                }
            }
        } catch (InterruptedException stopped) {
            isTrying = false;
        }
        say(Trouble.CLOSED);
    }

    private void pause() throws InterruptedException {
        var unused = wake.tryAcquire(backoff.next().toNanos(), TimeUnit.NANOSECONDS);
        wake.drainPermits();
        isTrying = true;
    }

    /** Makes a connection and stays with it until it ends. */
    private void hold() throws InterruptedException {
        try {
            var fresh = Session.over(dialer.connect(), inbound, name + "-reader");
            try {
                if (bind(fresh)) {
                    watch(fresh);
                }
            } finally {
                leave(fresh);
            }
        } catch (IOException failure) {
            fail(Trouble.unreachable(describe(failure)));
        } catch (IllegalArgumentException | SecurityException unusable) {
            fail(Trouble.unreachable("The address of the message center cannot be used."));
        }
    }

    private boolean bind(Session fresh) throws InterruptedException {
        var who = access.credentials();
        var answer = fresh.ask(
                number -> COMPOSER.bind(
                        kind.commandId(),
                        number,
                        who.systemId(),
                        who.password(),
                        who.systemType(),
                        VERSION,
                        (byte) 0,
                        (byte) 0,
                        ""),
                timing().bind(),
                late -> {});
        if (answer instanceof Answered answered) {
            if (!answered.response().isOk()) {
                fail(Trouble.refused(answered.response().status()));
            }
            return answered.response().isOk();
        }
        fail(Trouble.unreachable(why(answer)));
        return false;
    }

    private void watch(Session bound) throws InterruptedException {
        var since = System.nanoTime();
        session = bound;
        isTrying = false;
        told = "";
        LOG.log(Level.INFO, "{0} is bound to {1}.", name, access.endpoint());
        changed.run();
        var asked = false;
        while (!bound.awaitEnd(LOOK)) {
            var silence = bound.silence();
            if (silence.compareTo(timing().idle().plus(timing().response())) > 0) {
                bound.end("The message center did not answer an enquire_link.");
            } else if (bound.isStuck(timing().response())) {
                bound.end("The message center reads nothing any more.");
            } else if (silence.compareTo(timing().idle()) < 0) {
                asked = false;
            } else if (!asked) {
                bound.enquire();
                asked = true;
            }
            bound.prune();
        }
        if (System.nanoTime() - since > STABLE.toNanos()) {
            backoff.reset();
        }
        fail(Trouble.unreachable(bound.why()));
    }

    /** Unbinds (SMPP 3.4, 4.2) where the account is being closed. */
    private void leave(Session left) {
        if (isStopped && session == left && !left.isEnded()) {
            // the interruption was for the waiting, not for the goodbye
            Thread.interrupted();
            try {
                left.ask(COMPOSER::unbind, GOODBYE, late -> {});
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        }
        left.end("The account was closed.");
        session = null;
        try {
            left.join(GOODBYE);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Trouble found) {
        if (!told.equals(found.code()) && !isStopped) {
            told = found.code();
            LOG.log(Level.WARNING, "{0} is not bound: {1} It is tried again.", name, found.sentence());
        }
        say(found);
    }

    private void say(Trouble found) {
        trouble = isStopped ? Trouble.CLOSED : found;
        isTrying = false;
        changed.run();
    }

    private static String why(Exchange answer) {
        if (answer instanceof NotSent notSent) {
            return notSent.why();
        }
        return answer instanceof Unanswered unanswered ? unanswered.why() : "";
    }

    private static String describe(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "The host name of the message center is not known.";
        }
        if (failure instanceof SocketTimeoutException) {
            return "The message center does not answer a connection.";
        }
        if (failure instanceof ConnectException) {
            return "The message center refuses connections.";
        }
        return failure instanceof SSLException
                ? "The message center's encryption or certificate is not trusted."
                : "The connection to the message center failed ("
                        + failure.getClass().getSimpleName() + ").";
    }
}
