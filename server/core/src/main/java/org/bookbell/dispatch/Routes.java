package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.Claim.PastAttempt;
import org.bookbell.dispatch.health.DegradedGateways;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.dispatch.health.Probes;
import org.bookbell.dispatch.routing.Orders;
import org.bookbell.dispatch.routing.WaitReason;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;

/**
 * Chooses the gateway of a message: of those that serve its organization and are in order, one that does not fail over
 * its destination, of these the one it was tried over least often, and of these the first by route. Now and then a
 * message with time to spare probes a failing one of them. An attempt that was never answered goes back to a gateway
 * that knows repeated attempts.
 */
@Dependent
public class Routes {

    private static final Duration UNTIL_ONE_IS_ADDED = Duration.ofMinutes(1);
    private static final Duration UNTIL_ONE_IS_READY = Duration.ofSeconds(5);
    /** What a probe must have left, so that it can be sent again when nothing comes of it. */
    private static final Duration TIME_TO_SPARE = Duration.ofHours(1);

    private final OpenGateways gateways;
    private final GatewayCalls calls;
    private final Orders orders;
    private final DegradedGateways degraded;
    private final Probes probes;
    private final Clock clock;

    @Inject
    Routes(
            OpenGateways gateways,
            GatewayCalls calls,
            Orders orders,
            DegradedGateways degraded,
            Probes probes,
            Clock clock) {
        this.gateways = gateways;
        this.calls = calls;
        this.orders = orders;
        this.degraded = degraded;
        this.probes = probes;
        this.clock = clock;
    }

    /** Where a message goes. */
    sealed interface Route {

        /** Through {@code gateway}, as a new attempt or as {@code resumed}. */
        record Through(OpenGateway gateway, Optional<PastAttempt> resumed) implements Route {}

        /** Nowhere: it has stopped being useful. */
        record TooLate() implements Route {}

        /** Nowhere for now. */
        record Wait(Duration time, String reason) implements Route {}
    }

    Route choose(Claim claim) {
        if (!clock.instant().isBefore(claim.usefulUntil())) {
            return new Route.TooLate();
        }
        var serving = serving(claim);
        boolean isOwnOnly = orders.isOwnOnly(claim.organizationId(), claim.channel());
        if (serving.isEmpty()) {
            return new Route.Wait(UNTIL_ONE_IS_ADDED, WaitReason.noneIsThere(claim.channel(), isOwnOnly));
        }
        var ready = serving.stream().filter(this::isReady).toList();
        var resumed = claim.unanswered().flatMap(attempt -> resume(attempt, ready));
        if (resumed.isPresent()) {
            return resumed.get();
        }
        return best(claim, ready)
                .<Route>map(gateway -> new Route.Through(gateway, Optional.empty()))
                .orElseGet(
                        () -> new Route.Wait(UNTIL_ONE_IS_READY, WaitReason.noneIsReady(claim.channel(), isOwnOnly)));
    }

    /** Whether a gateway is left that {@code claim} was tried over less often than now over {@code gateway}. */
    boolean hasAnother(Claim claim, OpenGateway gateway) {
        return serving(claim).stream()
                .filter(other -> !other.name().equals(gateway.name()))
                .filter(this::isReady)
                .anyMatch(other -> claim.triesOf(other.name()) <= claim.triesOf(gateway.name()));
    }

    /**
     * Whether a gateway is in order, and does not fail over its destination, that a message was never tried over.
     *
     * @param tried the gateways that it was tried over
     */
    public boolean hasUntried(long organizationId, Channel channel, String address, Set<String> tried) {
        var destination = Destination.of(address);
        return serving(organizationId, channel, address).stream()
                .filter(this::isReady)
                .filter(gateway -> !degraded.contains(gateway.name(), destination))
                .anyMatch(gateway -> !tried.contains(gateway.name()));
    }

    private List<OpenGateway> serving(Claim claim) {
        return claim.onlyOver()
                .map(name -> gateways.list(kind(claim.channel())).stream()
                        .filter(gateway -> gateway.name().equals(name))
                        .toList())
                .orElseGet(() -> serving(claim.organizationId(), claim.channel(), claim.address()));
    }

    private List<OpenGateway> serving(long organizationId, Channel channel, String address) {
        var serving = gateways.list(kind(channel)).stream()
                .filter(gateway -> gateway.serves(organizationId))
                .toList();
        return orders.of(organizationId, channel, address, serving);
    }

    private boolean isReady(OpenGateway gateway) {
        return gateway.gateway().isPresent() && calls.isReady(gateway.name());
    }

    private static Optional<Route> resume(PastAttempt attempt, List<OpenGateway> ready) {
        return ready.stream()
                .filter(gateway -> gateway.name().equals(attempt.gateway()))
                .filter(gateway -> gateway.has(Ability.IDEMPOTENT_RESEND))
                .<Route>map(gateway -> new Route.Through(gateway, Optional.of(attempt)))
                .findFirst();
    }

    /** The list is in the order of the route, and {@code min} keeps the first of equals. */
    private Optional<OpenGateway> best(Claim claim, List<OpenGateway> ready) {
        var destination = Destination.of(claim.address());
        var best = ready.stream()
                .min(Comparator.<OpenGateway, Boolean>comparing(
                                gateway -> degraded.contains(gateway.name(), destination))
                        .thenComparingInt(gateway -> claim.triesOf(gateway.name())));
        return best.filter(gateway -> mayProbe(claim))
                .flatMap(gateway -> probed(ready, gateway, destination))
                .or(() -> best);
    }

    private boolean mayProbe(Claim claim) {
        return claim.history().isEmpty()
                && claim.onlyOver().isEmpty()
                && clock.instant().plus(TIME_TO_SPARE).isBefore(claim.usefulUntil());
    }

    /**
     * Whatever its place in the route: who failed may have been made the last since. Where an organization's own are in
     * use, nobody pays for a probe of the server's.
     */
    private Optional<OpenGateway> probed(List<OpenGateway> ready, OpenGateway best, String destination) {
        return ready.stream()
                .filter(gateway -> degraded.contains(gateway.name(), destination))
                .filter(gateway -> gateway.organizationId() != 0 || best.organizationId() == 0)
                .filter(gateway -> probes.isNext(gateway.name()))
                .findFirst();
    }

    static PluginKind kind(Channel channel) {
        return switch (channel) {
            case SMS -> PluginKind.SMS;
            case EMAIL -> PluginKind.EMAIL;
        };
    }
}
