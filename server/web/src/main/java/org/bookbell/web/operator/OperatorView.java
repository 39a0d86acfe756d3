package org.bookbell.web.operator;

import java.util.List;
import org.bookbell.dispatch.GatewayHealth;
import org.bookbell.plugin.GatewayView;

/** The server at a glance. */
record OperatorView(
        String notice,
        long lagSeconds,
        List<GatewayLine> gateways,
        List<ProviderLine> smsProviders,
        List<ProviderLine> emailProviders,
        List<RunLine> runs,
        List<PluginLine> plugins,
        List<OrganizationLine> organizations) {

    /** A gateway and how it is. */
    record GatewayLine(String name, String kind, String provider, boolean enabled, String state, String fault) {

        static GatewayLine of(GatewayView gateway, List<GatewayHealth> states) {
            var health = states.stream()
                    .filter(each -> each.name().equals(gateway.name()))
                    .findFirst();
            return new GatewayLine(
                    gateway.name(),
                    gateway.kind().name(),
                    gateway.provider(),
                    gateway.enabled(),
                    gateway.enabled() ? health.map(each -> each.state().name()).orElse("READY") : "OFF",
                    health.flatMap(GatewayHealth::fault).or(gateway::fault).orElse(""));
        }
    }

    /** A provider that a new gateway may use. */
    record ProviderLine(String kind, String name, String label) {}

    /** One run of the job. */
    record RunLine(long id, String startedAt, String status, long found, long sent) {}

    /** A plugin and what became of it. */
    record PluginLine(String label, String kind, String origin, String state, String fault) {}

    /** An organization. */
    record OrganizationLine(String path, String name) {}
}
