package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.Claim.PastAttempt;
import org.bookbell.plugin.OpenGateway;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;

/**
 * Chooses the gateway of a message: of those that serve its organization and are in order, the one it was tried over
 * least often, and among these the first by position. An attempt that was never answered goes back to a gateway that
 * knows repeated attempts.
 */
@Dependent
class Routes {

    private static final Duration UNTIL_ONE_IS_ADDED = Duration.ofMinutes(1);
    private static final Duration UNTIL_ONE_IS_READY = Duration.ofSeconds(5);

    private final OpenGateways gateways;
    private final GatewayCalls calls;
    private final Clock clock;

    @Inject
    Routes(OpenGateways gateways, GatewayCalls calls, Clock clock) {
        this.gateways = gateways;
        this.calls = calls;
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
        if (serving.isEmpty()) {
            return new Route.Wait(UNTIL_ONE_IS_ADDED, "no " + words(claim.channel()) + " gateway is configured");
        }
        var ready = serving.stream().filter(this::isReady).toList();
        var resumed = claim.unanswered().flatMap(attempt -> resume(attempt, ready));
        if (resumed.isPresent()) {
            return resumed.get();
        }
        return best(claim, ready)
                .<Route>map(gateway -> new Route.Through(gateway, Optional.empty()))
                .orElseGet(() -> new Route.Wait(
                        UNTIL_ONE_IS_READY, "no " + words(claim.channel()) + " gateway is in order at the moment"));
    }

    /** Whether a gateway is left that {@code claim} was tried over less often than now over {@code gateway}. */
    boolean hasAnother(Claim claim, OpenGateway gateway) {
        return serving(claim).stream()
                .filter(other -> !other.name().equals(gateway.name()))
                .filter(this::isReady)
                .anyMatch(other -> claim.triesOf(other.name()) <= claim.triesOf(gateway.name()));
    }

    private List<OpenGateway> serving(Claim claim) {
        return gateways.list(kind(claim.channel())).stream()
                .filter(gateway -> gateway.serves(claim.organizationId()))
                .toList();
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

    /** The first of the least tried: the list is in order of position, and {@code min} keeps the first of equals. */
    private static Optional<OpenGateway> best(Claim claim, List<OpenGateway> ready) {
        return ready.stream().min(Comparator.comparingInt(gateway -> claim.triesOf(gateway.name())));
    }

    static PluginKind kind(Channel channel) {
        return switch (channel) {
            case SMS -> PluginKind.SMS;
            case EMAIL -> PluginKind.EMAIL;
        };
    }

    private static String words(Channel channel) {
        return channel == Channel.SMS ? "SMS" : "e-mail";
    }
}
