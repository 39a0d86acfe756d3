package org.bookbell.plugin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.spi.Provider;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.Gateway;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsProvider;

/** Opens accounts by their providers and closes them, whatever the plugin does. */
@Dependent
class GatewayOpener {

    private static final Logger LOG = System.getLogger(GatewayOpener.class.getName());

    private final Plugins plugins;
    private final SettingsCipher cipher;
    private final ReceiptSink receipts;
    private final Clock clock;

    @Inject
    GatewayOpener(Plugins plugins, SettingsCipher cipher, ReceiptSink receipts, Clock clock) {
        this.plugins = plugins;
        this.cipher = cipher;
        this.receipts = receipts;
        this.clock = clock;
    }

    OpenGateway open(GatewayAccount account) {
        var provider = plugins.findProvider(account.kind(), account.provider());
        if (provider.isEmpty()) {
            return failed(account, "The plugin " + account.provider() + " is missing.");
        }
        var settings = cipher.decrypt(account.name(), account.settings());
        if (settings.isEmpty()) {
            return failed(account, GatewayViews.unreadable());
        }
        try {
            var declared = ProviderCalls.settings(provider.get());
            var context = new GatewayContext(
                    account.name(),
                    settings.get().withDefaults(declared),
                    clock,
                    receipt -> receipts.receive(account.name(), receipt));
            var gateway =
                    ProviderCalls.connect(provider.get(), "open the account", () -> openWith(provider.get(), context));
            LOG.log(Level.INFO, "Gateway {0} is open.", account.name());
            return opened(account, Optional.of(gateway), Optional.empty());
        } catch (ProviderFailed e) {
            LOG.log(Level.ERROR, "Gateway " + account.name() + " cannot be opened. " + e.sentence(), e.getCause());
            return opened(account, Optional.empty(), Optional.of(e.sentence()));
        }
    }

    private static Gateway openWith(Provider provider, GatewayContext context) {
        if (provider instanceof SmsProvider sms) {
            return sms.open(context);
        }
        if (provider instanceof EmailProvider email) {
            return email.open(context);
        }
        throw new IllegalStateException("provider opens neither SMS nor e-mail gateways");
    }

    private static OpenGateway failed(GatewayAccount account, String fault) {
        LOG.log(Level.ERROR, "Gateway {0} cannot be opened. {1}", account.name(), fault);
        return opened(account, Optional.empty(), Optional.of(fault));
    }

    private static OpenGateway opened(GatewayAccount account, Optional<Gateway> gateway, Optional<String> fault) {
        return new OpenGateway(
                account.name(),
                account.organizationId(),
                account.kind(),
                account.sender(),
                account.version(),
                gateway,
                fault);
    }

    /** Closes {@code gateway} on a thread of its own, which the caller may wait for. */
    static Thread close(Gateway gateway) {
        var closing = new Thread(
                () -> {
                    try {
                        gateway.close();
                    } catch (RuntimeException | LinkageError failure) {
                        LOG.log(Level.WARNING, "A gateway did not close well.", failure);
                    }
                },
                "closing a gateway");
        closing.setDaemon(true);
        closing.setContextClassLoader(gateway.getClass().getClassLoader());
        closing.start();
        return closing;
    }
}
