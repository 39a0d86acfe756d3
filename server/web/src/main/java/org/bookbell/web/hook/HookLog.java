package org.bookbell.web.hook;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the operator of calls that were refused: the first at once, then at most a line each ten seconds for a gateway
 * with how many there were, so that nobody fills the log. Only names of gateways that exist are written.
 */
@ApplicationScoped
public class HookLog {

    private static final Logger LOG = System.getLogger(HookLog.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Map<String, Refusals> gateways = new ConcurrentHashMap<>();

    private static final class Refusals {
        private final AtomicLong since = new AtomicLong();
        private long toldAt;
        private boolean isTold;

        synchronized boolean mayTell() {
            var now = System.nanoTime();
            if (isTold && now - toldAt < PAUSE.toNanos()) {
                return false;
            }
            toldAt = now;
            isTold = true;
            return true;
        }
    }

    /**
     * Notes a refused call.
     *
     * @param gateway one that exists
     * @param what how it was refused
     * @param detail why, in the gateway's words
     */
    void refused(String gateway, String what, String detail) {
        var refusals = gateways.computeIfAbsent(gateway, unused -> new Refusals());
        refusals.since.incrementAndGet();
        if (refusals.mayTell()) {
            LOG.log(
                    Level.WARNING,
                    "Gateway {0} refused {1} calls of its web hook; the last was {2}: {3}",
                    gateway,
                    refusals.since.getAndSet(0),
                    what,
                    detail);
        }
    }
}
