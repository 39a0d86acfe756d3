package org.bookbell.web.operator;

import java.util.List;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.web.gateway.GatewayLine;

/**
 * The server at a glance.
 *
 * @param plugins those that are not used
 */
record OperatorView(
        String notice,
        String refusal,
        String lag,
        List<GatewayLine> gateways,
        List<ProviderLine> providers,
        List<RunLine> runs,
        long pluginsInUse,
        List<PluginLine> plugins,
        List<OrganizationLine> organizations) {

    /** What a plugin is for. */
    static String inWords(PluginKind kind) {
        return switch (kind) {
            case SMS -> "SMS";
            case EMAIL -> "e-mail";
            case EXPORT -> "export";
        };
    }

    /** What became of a plugin. */
    static String inWords(Plugin.State state) {
        return switch (state) {
            case LOADED -> "loaded";
            case REFUSED -> "refused";
            case FAULTY -> "faulty";
            case SKIPPED -> "not used";
        };
    }

    /** A provider that a new gateway may use. */
    record ProviderLine(String kind, String name, String label) {}

    /** One run of a job. */
    record RunLine(long id, String job, String startedAt, String status, long found, long sent) {}

    /** A plugin that is not used, and why. */
    record PluginLine(String label, String state, String fault) {}

    /** An organization. */
    record OrganizationLine(String path, String name) {}
}
