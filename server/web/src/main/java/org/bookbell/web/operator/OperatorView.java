package org.bookbell.web.operator;

import java.util.List;
import org.bookbell.dispatch.GatewayHealth;
import org.bookbell.plugin.GatewayView;
import org.bookbell.plugin.loading.PluginKind;

/** The server at a glance. */
record OperatorView(
        String notice,
        String refusal,
        String lag,
        List<GatewayLine> gateways,
        List<ProviderLine> providers,
        List<RunLine> runs,
        List<PluginLine> plugins,
        List<OrganizationLine> organizations) {

    /** A gateway and how it is. */
    record GatewayLine(
            String name, String kind, String provider, boolean enabled, String state, String mood, String fault) {

        static GatewayLine of(GatewayView gateway, List<GatewayHealth> states) {
            var health = states.stream()
                    .filter(each -> each.name().equals(gateway.name()))
                    .findFirst();
            var state = health.map(GatewayHealth::state).orElse(GatewayHealth.State.READY);
            return new GatewayLine(
                    gateway.name(),
                    OperatorView.inWords(gateway.kind()),
                    gateway.provider(),
                    gateway.enabled(),
                    gateway.enabled() ? inWords(state) : "off",
                    !gateway.enabled() ? "none" : state == GatewayHealth.State.READY ? "good" : "bad",
                    health.flatMap(GatewayHealth::fault).or(gateway::fault).orElse(""));
        }

        private static String inWords(GatewayHealth.State state) {
            return switch (state) {
                case READY -> "ready";
                case SPARED -> "spared";
                case CLOSED -> "closed";
            };
        }
    }

    /** What a plugin is for. */
    static String inWords(PluginKind kind) {
        return switch (kind) {
            case SMS -> "SMS";
            case EMAIL -> "e-mail";
            case EXPORT -> "export";
        };
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
