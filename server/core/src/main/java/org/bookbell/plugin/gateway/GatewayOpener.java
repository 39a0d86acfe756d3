package org.bookbell.plugin.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.ProviderCalls;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.plugin.hook.HookAddresses;
import org.bookbell.spi.Provider;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.Gateway;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.gateway.SmsProvider;

/** Opens accounts by their providers and closes them, whatever the plugin does. */
@Dependent
public class GatewayOpener {

    private static final Logger LOG = System.getLogger(GatewayOpener.class.getName());

    private final Plugins plugins;
    private final OwnProviders ownProviders;
    private final SettingsCipher cipher;
    private final ReceiptSink receipts;
    private final HookAddresses hooks;
    private final Clock clock;

    @Inject
    public GatewayOpener(
            Plugins plugins,
            OwnProviders ownProviders,
            SettingsCipher cipher,
            ReceiptSink receipts,
            HookAddresses hooks,
            Clock clock) {
        this.plugins = plugins;
        this.ownProviders = ownProviders;
        this.cipher = cipher;
        this.receipts = receipts;
        this.hooks = hooks;
        this.clock = clock;
    }

    OpenGateway open(GatewayAccount account) {
        if (!ownProviders.allows(account.organizationId(), account.provider())) {
            return failed(account, OwnProviders.refusal(account.provider()));
        }
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
                    new Listener(account.name(), receipts),
                    Optional.of(hooks.of(account.kind(), account.name())));
            var gateway =
                    ProviderCalls.connect(provider.get(), "open the account", () -> openWith(provider.get(), context));
            LOG.log(Level.INFO, "Gateway {0} is open.", account.name());
            return opened(account, Optional.of(gateway), Optional.empty());
        } catch (ProviderFailed e) {
            LOG.log(Level.ERROR, "Gateway " + account.name() + " cannot be opened. " + e.sentence(), e.getCause());
            return opened(account, Optional.empty(), Optional.of(e.sentence()));
        }
    }

    /** Passes on what the gateway itself hears. */
    private record Listener(String gateway, ReceiptSink receipts) implements ReceiptListener {

        @Override
        public void receive(Receipt receipt) {
            receipts.receive(gateway, List.of(receipt), List.of());
        }

        @Override
        public void receiveReply(Reply reply) {
            receipts.receive(gateway, List.of(), List.of(reply));
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

    /** What stands for an account until it is open. */
    static OpenGateway opening(GatewayAccount account) {
        return opened(account, Optional.empty(), Optional.of("It is being opened."));
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
