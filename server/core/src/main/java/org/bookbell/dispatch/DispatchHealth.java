package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bookbell.dispatch.GatewayHealth.State;
import org.bookbell.dispatch.health.DegradedGateways;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.JobsDatabase;

/** How sending is doing: how late it is, and which gateways can be used. */
@Dependent
public class DispatchHealth {

    private final JobsDatabase database;
    private final OpenGateways gateways;
    private final GatewayCalls calls;
    private final DegradedGateways degraded;
    private final Clock clock;

    @Inject
    DispatchHealth(
            JobsDatabase database, OpenGateways gateways, GatewayCalls calls, DegradedGateways degraded, Clock clock) {
        this.database = database;
        this.gateways = gateways;
        this.calls = calls;
        this.degraded = degraded;
        this.clock = clock;
    }

    /** For how long the oldest due message has been waiting; zero if none waits. */
    public Duration lag() {
        var now = clock.instant();
        return database.withoutTransaction(sql -> sql.find(
                                "SELECT MIN(try_at) AS oldest FROM message WHERE state = 'PLANNED' AND try_at <= ?",
                                row -> row.findInstant("oldest"),
                                now)
                        .flatMap(oldest -> oldest))
                .map(oldest -> Duration.between(oldest, now))
                .orElse(Duration.ZERO);
    }

    /** The server's enabled gateways; what organizations do with theirs is no fault of the server. */
    public List<GatewayHealth> listServersGateways() {
        return listGateways().stream()
                .filter(gateway -> gateway.organizationId() == 0)
                .toList();
    }

    /** Every enabled gateway, those of organizations too. */
    public List<GatewayHealth> listGateways() {
        return Stream.of(PluginKind.SMS, PluginKind.EMAIL)
                .flatMap(kind -> gateways.list(kind).stream())
                .map(this::health)
                .toList();
    }

    /** Whether any gateway of {@code kind} is enabled: without one, messages over its channel wait in vain. */
    public boolean hasGateway(PluginKind kind) {
        return !gateways.list(kind).isEmpty();
    }

    /** Whether the server has an enabled gateway of {@code kind}, which serves all who want it. */
    public boolean hasServersGateway(PluginKind kind) {
        return gateways.list(kind).stream().anyMatch(gateway -> gateway.organizationId() == 0);
    }

    private static GatewayHealth health(OpenGateway gateway, State state, Optional<String> fault) {
        return new GatewayHealth(gateway.name(), gateway.organizationId(), gateway.kind(), state, fault);
    }

    private GatewayHealth health(OpenGateway gateway) {
        if (gateway.gateway().isEmpty()) {
            return health(gateway, State.CLOSED, gateway.fault());
        }
        if (!calls.isReady(gateway.name())) {
            return health(
                    gateway,
                    State.SPARED,
                    Optional.of("It failed several times in a row and is tried again within half a minute."));
        }
        var failing = degraded.destinationsOf(gateway.name());
        var state = failing.contains(Destination.ALL) ? State.DEGRADED : State.READY;
        return health(gateway, state, failing.isEmpty() ? Optional.empty() : Optional.of(sentence(failing)));
    }

    private static String sentence(Set<String> failing) {
        var where = failing.contains(Destination.ALL) ? "" : " to " + String.join(", ", new TreeSet<>(failing));
        return "It takes messages and does not bring them" + where
                + "; they go over the next gateway, and a few of them show whether it works again.";
    }
}
