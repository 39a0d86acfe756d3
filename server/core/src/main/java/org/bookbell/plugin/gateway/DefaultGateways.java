package org.bookbell.plugin.gateway;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.start.ServerStarted;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a server without gateways does at start: a demonstration gets simulated phones by two gateways, so that one of them
 * may be banned, and a local mailbox; a real one
 * says clearly that it cannot send, since a simulator would swallow real reminders.
 */
@Dependent
class DefaultGateways {

    private static final Logger LOG = System.getLogger(DefaultGateways.class.getName());
    private static final int FIRST = 10;
    private static final int SECOND = 20;
    private static final int SECRET_BYTES = 24;

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
        // by the signed web hook, so that a demonstration tries the way that a provider's receipts and replies take
        provide(
                PluginKind.SMS,
                "simulator",
                Map.of("receiptsBy", "hook", "hookSecret", secret()),
                "phones",
                "phones-2");
        provide(PluginKind.EMAIL, "mailbox", Map.of(), "mailbox");
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void provide(PluginKind kind, String provider, Map<String, String> settings, String... names) {
        if (gateways.hasAny(kind)) {
            return;
        }
        if (demo) {
            for (int i = 0; i < names.length; i++) {
                gateways.add(
                        Actor.system(),
                        0,
                        new NewGateway(names[i], kind, provider, Optional.empty(), settings, i == 0 ? FIRST : SECOND));
            }
        } else {
            LOG.log(
                    Level.WARNING,
                    "No {0} gateway is configured; messages over that channel wait and end on the call list. Add one at"
                            + " /operator.",
                    kind == PluginKind.SMS ? "SMS" : "e-mail");
        }
    }
}
