package org.bookbell.web.gateway;

import java.util.List;
import org.bookbell.dispatch.GatewayHealth;
import org.bookbell.plugin.gateway.GatewayView;

/**
 * A gateway in a list, and how it is.
 *
 * @param owner the slug of whose it is; empty for the server's
 */
public record GatewayLine(
        String name,
        String owner,
        String kind,
        String provider,
        boolean enabled,
        String state,
        String mood,
        String fault) {

    public static GatewayLine of(GatewayView gateway, List<GatewayHealth> states) {
        var health = states.stream()
                .filter(each -> each.name().equals(gateway.name()))
                .findFirst();
        var state = health.map(GatewayHealth::state).orElse(GatewayHealth.State.READY);
        return new GatewayLine(
                gateway.name(),
                gateway.owner().orElse(""),
                inWords(gateway),
                gateway.provider(),
                gateway.enabled(),
                gateway.enabled() ? inWords(state) : "off",
                !gateway.enabled() ? "none" : state == GatewayHealth.State.READY ? "good" : "bad",
                health.flatMap(GatewayHealth::fault).or(gateway::fault).orElse(""));
    }

    private static String inWords(GatewayView gateway) {
        return switch (gateway.kind()) {
            case SMS -> "SMS";
            case EMAIL -> "e-mail";
            case EXPORT -> "export";
        };
    }

    private static String inWords(GatewayHealth.State state) {
        return switch (state) {
            case READY -> "ready";
            case SPARED -> "spared";
            case DEGRADED -> "does not bring messages";
            case CLOSED -> "closed";
        };
    }
}
