package org.bookbell.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.Errand.Sending;
import org.bookbell.dispatch.Lane.Crew;
import org.bookbell.dispatch.Lane.Task;
import org.bookbell.dispatch.Routes.Route;
import org.bookbell.dispatch.Routes.Route.Through;
import org.bookbell.dispatch.Routes.Route.Wait;
import org.bookbell.dispatch.billing.Funding;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.Claims;
import org.bookbell.storage.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The main road of a due message: claimed, routed, put into its gateway's lane, and from there an {@link Errand}. The
 * job feeds it batch by batch; the short cut after a commit claims its own few messages the same way. A message that
 * cannot go now is given back; one whose sender dies is freed by its lease.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    private static final int BATCH = 100;
    private static final int WINDOW = 10_000;
    private static final int ROOM = 1_000;
    private static final Wait LANE_IS_FULL =
            new Wait(Duration.ofSeconds(2), "others are first in line for the gateway");
    private static final Wait STOPPING = new Wait(Duration.ZERO, "the server stops");
    private static final Wait NOBODY_PAYS_YET = new Wait(Duration.ofSeconds(5), "its credit cannot be set aside");

    private final @Nullable Claims claims;
    private final @Nullable Routes routes;
    private final @Nullable Errand errand;
    private final @Nullable Funding funding;
    private final @Nullable ExecutorService threads;
    private final Map<String, Lane<Sending>> lanes = new ConcurrentHashMap<>();
    private final InFlight inFlight = new InFlight();
    /** What is not sent any more. */
    private @Nullable Lane<Claim> tooLate;

    /** For the container's proxy. */
    protected Dispatcher() {
        this.claims = null;
        this.routes = null;
        this.errand = null;
        this.funding = null;
        this.threads = null;
    }

    @Inject
    Dispatcher(Claims claims, Routes routes, Errand errand, Funding funding, @DispatchThreads ExecutorService threads) {
        this.claims = claims;
        this.routes = routes;
        this.errand = errand;
        this.funding = funding;
        this.threads = threads;
    }

    /** Ids of messages that are due, those of the nearest appointments first, at most so many as a minute may send. */
    public List<Long> listDue() {
        return made(claims).listDue(WINDOW);
    }

    /** Sends those of {@code messages} that are still due; returns when each is on its way or given back. */
    public int send(Collection<Long> messages) {
        int sent = 0;
        var all = List.copyOf(messages);
        for (int from = 0; from < all.size(); from += BATCH) {
            if (!inFlight.awaitRoom(ROOM)) {
                return sent;
            }
            var claimed = made(claims).claim(all.subList(from, Math.min(from + BATCH, all.size())));
            distribute(claimed);
            sent += claimed.size();
        }
        return sent;
    }

    /** Puts each claim that is paid for into its gateway's lane or gives it back. */
    void distribute(List<Claim> claimed) {
        inFlight.add(claimed);
        var routed = claimed.stream().map(this::route).toList();
        var unpaid =
                unpaid(routed.stream().filter(Routed::costs).map(Routed::claim).toList());
        var waits = new HashMap<Wait, List<Claim>>();
        for (var each : routed) {
            if (!unpaid.contains(each.claim().id())) {
                tryToOffer(each)
                        .ifPresent(wait -> waits.computeIfAbsent(wait, none -> new ArrayList<>())
                                .add(each.claim()));
            }
        }
        waits.forEach(this::giveBack);
    }

    /** A claim and where it goes. */
    private record Routed(Claim claim, Route route) {

        /** An organization's own account is paid by itself. */
        boolean costs() {
            return claim.channel() == Channel.SMS
                    && route instanceof Through through
                    && through.gateway().organizationId() == 0;
        }
    }

    private Routed route(Claim claim) {
        try {
            return new Routed(claim, made(routes).choose(claim));
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Message " + Ids.text(claim.id()) + " cannot be routed; it is tried again.", failure);
            return new Routed(claim, LANE_IS_FULL);
        }
    }

    /** Those whose organization cannot pay; they are told otherwise, and given back if not even that is possible. */
    private Set<Long> unpaid(List<Claim> costing) {
        try {
            var unpaid =
                    made(funding).reserve(costing.stream().flatMap(Claim::sms).toList());
            inFlight.remove(costing.stream()
                    .filter(claim -> unpaid.contains(claim.id()))
                    .toList());
            return unpaid;
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Credit cannot be set aside; the messages are tried again.", failure);
            giveBack(NOBODY_PAYS_YET, costing);
            return costing.stream().map(Claim::id).collect(Collectors.toSet());
        }
    }

    /** Puts a claim into its gateway's lane, or answers why it must wait. */
    private Optional<Wait> tryToOffer(Routed routed) {
        if (routed.route() instanceof Wait wait) {
            return Optional.of(wait);
        }
        boolean offered = routed.route() instanceof Through through
                ? offer(sendingOver(through.gateway().name()), Sending.of(routed.claim(), through))
                : offer(dropping(), routed.claim());
        return offered ? Optional.empty() : Optional.of(LANE_IS_FULL);
    }

    private void giveBack(Wait wait, List<Claim> waiting) {
        try {
            made(claims).giveBack(waiting, wait.time(), wait.reason());
        } finally {
            inFlight.remove(waiting);
        }
    }

    private Lane<Sending> sendingOver(String gateway) {
        return lanes.computeIfAbsent(
                gateway,
                name -> new Lane<>(made(threads), new Crew<>() {
                    @Override
                    public List<Task> begin(List<Sending> sendings) {
                        return Dispatcher.this.begin(sendings);
                    }

                    @Override
                    public boolean isRepeatable(Sending sending) {
                        return sending.isRepeatable();
                    }
                }));
    }

    private synchronized Lane<Claim> dropping() {
        if (tooLate == null) {
            tooLate = new Lane<>(
                    made(threads),
                    claims -> claims.stream()
                            .<Task>map(claim -> ended -> run(claim, ended, done -> {
                                made(errand).drop(claim);
                                done.run();
                            }))
                            .toList());
        }
        return tooLate;
    }

    private static <E> boolean offer(Lane<E> lane, E claim) {
        try {
            return lane.offer(claim);
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    /**
     * Begins what may be; the rest is ended, and what fails is freed by its lease. Once the server stops nothing is begun:
     * a whole line would take too long, and be cut off.
     */
    private List<Task> begin(List<Sending> sendings) {
        if (isStopping()) {
            giveBack(STOPPING, sendings.stream().map(Sending::claim).toList());
            return List.of();
        }
        var left = sendings.stream().map(Sending::claim).collect(Collectors.toCollection(LinkedHashSet::new));
        try {
            var begun = made(errand).begin(sendings);
            begun.forEach(each -> left.remove(each.claim()));
            return begun.stream()
                    .<Task>map(each -> ended ->
                            run(each.claim(), ended, done -> made(errand).submit(each, done)))
                    .toList();
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Messages cannot be begun; their lease frees them in 15 s.", failure);
            return List.of();
        } finally {
            inFlight.remove(left);
        }
    }

    private void run(Claim claim, Runnable ended, Consumer<Runnable> work) {
        Runnable done = () -> {
            inFlight.remove(List.of(claim));
            ended.run();
        };
        try {
            work.accept(done);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "Message " + Ids.text(claim.id()) + " was interrupted; its lease frees it in 15 s.",
                    failure);
            done.run();
        }
    }

    /** The fences of the claims this process works on, to be renewed. */
    public Set<Long> fences() {
        return inFlight.fences();
    }

    /** Waits until nothing is on its way or the time is over; answers whether nothing is. */
    public boolean awaitIdle(Duration longest) {
        return inFlight.awaitIdle(longest);
    }

    /** Whether it takes nothing more. */
    public boolean isStopping() {
        return inFlight.isRefusing();
    }

    /** Takes and begins nothing more and waits for what is on its way, so that a stop loses no answer. */
    public boolean stop(Duration longest) {
        inFlight.refuse();
        return inFlight.awaitIdle(longest);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("made without its parts");
        }
        return part;
    }
}
