package org.bookbell.plugin;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.gateway.GatewayAudit;
import org.bookbell.plugin.gateway.GatewayOpener;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.gateway.NewGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.gateway.OwnProviders;
import org.bookbell.plugin.gateway.ReceiptSink;
import org.bookbell.plugin.gateway.SettingsCipher;
import org.bookbell.plugin.hook.HookAddresses;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.ServerKey;
import org.bookbell.storage.TestDatabase;

/** The plugin feature on a test's database, with a recording provider of SMS and one of e-mail. */
public final class PluginHouse {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final RecordingSmsProvider provider = new RecordingSmsProvider();
    private final RecordingEmailProvider letters = new RecordingEmailProvider();
    private final Plugins plugins;
    private final Gateways gateways;
    private final HookAddresses hooks;
    private final OpenGateways open;

    public PluginHouse(TestDatabase database, ReceiptSink receipts) {
        this(database, receipts, "all");
    }

    /** Lets organizations use some providers only. */
    public PluginHouse(TestDatabase database, ReceiptSink receipts, String ownProviders) {
        this.database = database;
        var own = new OwnProviders(ownProviders);
        plugins = new Plugins(List.of(BundledPlugin.of(provider), BundledPlugin.of(letters)), List.of(), List.of());
        var cipher = new SettingsCipher(ServerKey.of(new byte[32]));
        gateways = new Gateways(database.sql(), plugins, own, cipher, audit(), database.clock());
        hooks = new HookAddresses(ServerKey.of(new byte[32]), database.jobsDatabase(), "https://book.example.org");
        open = new OpenGateways(
                database.jobsDatabase(), new GatewayOpener(plugins, own, cipher, receipts, hooks, database.clock()));
    }

    /** Nobody observes what it fires. */
    public GatewayAudit audit() {
        return new GatewayAudit(database.audit(), new RecordedEvents<>());
    }

    public RecordingSmsProvider provider() {
        return provider;
    }

    public RecordingEmailProvider letters() {
        return letters;
    }

    public Plugins plugins() {
        return plugins;
    }

    public Gateways gateways() {
        return gateways;
    }

    public HookAddresses hooks() {
        return hooks;
    }

    public OpenGateways open() {
        return open;
    }

    /** Adds a gateway and opens it, however long that takes on a busy machine. */
    public RecordingSmsGateway add(String name, int position) {
        database.inTransaction(() -> gateways.add(
                Actor.system(),
                0,
                new NewGateway(name, PluginKind.SMS, "recording", Optional.empty(), Map.of(), position)));
        open.refresh();
        open.list(PluginKind.SMS);
        await().atMost(PATIENCE).until(() -> provider.hasOpened(name));
        return provider.gateway(name);
    }

    /** Adds a gateway of one organization, named after it, and opens it. */
    public RecordingSmsGateway addOf(long organization, String name, int position) {
        return provider.gateway(open(organization, name, PluginKind.SMS, "recording", position));
    }

    /** Adds an e-mail gateway of one organization, or the server's for 0, opens it, and answers its whole name. */
    public String addLetters(long organization, String name) {
        return open(organization, name, PluginKind.EMAIL, "letters", 1);
    }

    private String open(long organization, String name, PluginKind kind, String plugin, int position) {
        var added = database.inTransaction(() -> gateways.add(
                Actor.system(),
                organization,
                new NewGateway(name, kind, plugin, Optional.empty(), Map.of(), position)));
        open.check(added.name());
        return added.name();
    }

    public void close() {
        open.close();
    }
}
