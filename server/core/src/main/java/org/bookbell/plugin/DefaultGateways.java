package org.bookbell.plugin;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.ServerStarted;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a server without gateways does at start: a demonstration gets simulated phones and a local mailbox; a real one
 * says clearly that it cannot send, since a simulator would swallow real reminders.
 */
@Dependent
class DefaultGateways {

    private static final Logger LOG = System.getLogger(DefaultGateways.class.getName());
    private static final int POSITION = 10;

    private final Gateways gateways;
    private final boolean demo;

    @Inject
    DefaultGateways(Gateways gateways, @ConfigProperty(name = "bookbell.demo", defaultValue = "false") boolean demo) {
        this.gateways = gateways;
        this.demo = demo;
    }

    void start(@Observes @Priority(100) ServerStarted event) {
        provide();
    }

    void provide() {
        provide(PluginKind.SMS, "simulator", "phones");
        provide(PluginKind.EMAIL, "mailbox", "mailbox");
    }

    private void provide(PluginKind kind, String provider, String name) {
        if (gateways.hasAny(kind)) {
            return;
        }
        if (demo) {
            gateways.add(Actor.system(), 0, new NewGateway(name, kind, provider, Optional.empty(), Map.of(), POSITION));
        } else {
            LOG.log(
                    Level.WARNING,
                    "No {0} gateway is configured; messages over that channel wait and end on the call list. Add one at"
                            + " /operator.",
                    kind == PluginKind.SMS ? "SMS" : "e-mail");
        }
    }
}
