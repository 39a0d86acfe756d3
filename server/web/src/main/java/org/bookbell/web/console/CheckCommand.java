package org.bookbell.web.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.call.PublicUrl;

/**
 * {@code check}: whether the plugins are usable and the account of each of the server's enabled gateways would take
 * messages now; organizations check their own.
 */
@Dependent
class CheckCommand {

    private static final long SERVER = 0;

    private final Gateways gateways;
    private final OpenGateways open;
    private final Plugins plugins;
    private final PublicUrl publicUrl;

    @Inject
    CheckCommand(Gateways gateways, OpenGateways open, Plugins plugins, PublicUrl publicUrl) {
        this.gateways = gateways;
        this.open = open;
        this.plugins = plugins;
        this.publicUrl = publicUrl;
    }

    void run(ConsoleAnswer answer) {
        plugins.list().forEach(plugin -> tell(plugin, answer));
        var servers = gateways.list(SERVER);
        List.of(PluginKind.SMS, PluginKind.EMAIL).forEach(kind -> tellIfNone(kind, servers, answer));
        servers.forEach(gateway -> tell(gateway, answer));
    }

    private static void tell(Plugin plugin, ConsoleAnswer answer) {
        if (plugin.state() == Plugin.State.REFUSED || plugin.state() == Plugin.State.FAULTY) {
            line(answer, "WRONG", "plugin", plugin.name());
            answer.fault(
                    "The plugin " + plugin.name() + " cannot be used: "
                            + plugin.fault().orElse(""),
                    plugin.cure().orElse("Remove the jar."));
        }
    }

    private void tellIfNone(PluginKind kind, List<GatewayView> all, ConsoleAnswer answer) {
        if (all.stream().noneMatch(gateway -> gateway.kind() == kind && gateway.enabled())) {
            line(answer, "-", "gateway", "none for " + inWords(kind) + "; add one at " + publicUrl.of("/operator"));
        }
    }

    private void tell(GatewayView gateway, ConsoleAnswer answer) {
        var what = gateway.name() + " (" + inWords(gateway.kind()) + ", " + gateway.provider() + ")";
        if (!gateway.enabled()) {
            line(answer, "-", "gateway", what + " is disabled");
            return;
        }
        var result = open.check(gateway.name());
        if (result.outcome() == CheckResult.Outcome.FAILS) {
            line(answer, "WRONG", "gateway", what);
            answer.fault(
                    "The gateway " + gateway.name() + " does not work: " + result.detail(),
                    "Mend its settings at " + publicUrl.of("/operator/gateways/" + gateway.name())
                            + ", or see to what it names; then check again.");
        } else {
            line(answer, "ok", "gateway", what + ": " + result.detail());
        }
    }

    private static String inWords(PluginKind kind) {
        return kind == PluginKind.EMAIL ? "e-mail" : kind.name();
    }

    private static void line(ConsoleAnswer answer, String state, String what, String detail) {
        answer.say(String.format(Locale.ROOT, "%-6s %-15s %s", state, what, detail));
    }
}
