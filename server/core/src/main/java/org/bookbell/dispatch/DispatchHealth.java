package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.dispatch.GatewayHealth.State;
import org.bookbell.plugin.OpenGateway;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.JobsDatabase;

/** How sending is doing: how late it is, and which gateways can be used. */
@Dependent
public class DispatchHealth {

    private final JobsDatabase database;
    private final OpenGateways gateways;
    private final GatewayCalls calls;
    private final Clock clock;

    @Inject
    DispatchHealth(JobsDatabase database, OpenGateways gateways, GatewayCalls calls, Clock clock) {
        this.database = database;
        this.gateways = gateways;
        this.calls = calls;
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

    /** Every enabled gateway. */
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

    private GatewayHealth health(OpenGateway gateway) {
        if (gateway.gateway().isEmpty()) {
            return new GatewayHealth(gateway.name(), gateway.kind(), State.CLOSED, gateway.fault());
        }
        return calls.isReady(gateway.name())
                ? new GatewayHealth(gateway.name(), gateway.kind(), State.READY, Optional.empty())
                : new GatewayHealth(
                        gateway.name(),
                        gateway.kind(),
                        State.SPARED,
                        Optional.of("It failed several times in a row and is tried again within half a minute."));
    }
}
