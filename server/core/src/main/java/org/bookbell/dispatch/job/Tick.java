package org.bookbell.dispatch.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.bookbell.dispatch.Dispatcher;
import org.bookbell.dispatch.claim.Claims;
import org.bookbell.dispatch.job.batch.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * What a node does each second: keep its claims, try to hold the lease, and if it holds it, start the job when anything
 * is due, or once an hour as proof of life, and the one that plans agendas when one is due; each hour old executions are forgotten. What may take longer is a {@link
 * Chore}, so that it never keeps claims from being renewed.
 */
@ApplicationScoped
public class Tick {

    private static final Logger LOG = System.getLogger(Tick.class.getName());
    private static final Duration PROOF_OF_LIFE = Duration.ofHours(1);

    private final @Nullable Parts parts;
    private OptionalLong fence = OptionalLong.empty();
    private Instant lastStart = Instant.EPOCH;
    private Instant lastPurge = Instant.EPOCH;
    private boolean failing;

    private record Parts(Claims claims, Dispatcher dispatcher, Lease lease, Jobs jobs, LastTick last, Clock clock) {}

    /** For the container's proxy. */
    protected Tick() {
        this.parts = null;
    }

    @Inject
    Tick(Claims claims, Dispatcher dispatcher, Lease lease, Jobs jobs, LastTick last, Clock clock) {
        this.parts = new Parts(claims, dispatcher, lease, jobs, last, clock);
    }

    /** Never throws, not even what the server lacks: the next second tries again. */
    public synchronized void tick() {
        if (parts == null) {
            throw new IllegalStateException("made without its parts");
        }
        try {
            parts.claims().renew(parts.dispatcher().fences());
            if (parts.lease().hold()) {
                startIfNeeded(parts);
            }
            failing = false;
            parts.last().mark();
        } catch (RuntimeException | Error failure) {
            if (!failing) {
                LOG.log(Level.ERROR, "Sending has stopped; it is tried again each second.", failure);
            }
            failing = true;
        }
    }

    private void startIfNeeded(Parts with) {
        if (!with.lease().fence().equals(fence)) {
            fence = with.lease().fence();
            with.jobs().restartLeftOvers();
        }
        var now = with.clock().instant();
        boolean quietTooLong = !now.isBefore(lastStart.plus(PROOF_OF_LIFE));
        if ((quietTooLong || with.claims().isAnythingDue()) && !with.jobs().isRunning()) {
            with.jobs().start();
            lastStart = now;
        }
        with.jobs().startAgendaIfDue();
        if (!now.isBefore(lastPurge.plus(PROOF_OF_LIFE))) {
            lastPurge = now;
            with.jobs().purge();
        }
    }

    /** When this node last started the job; {@link Instant#EPOCH} if never. */
    public synchronized Instant lastStart() {
        return lastStart;
    }
}
