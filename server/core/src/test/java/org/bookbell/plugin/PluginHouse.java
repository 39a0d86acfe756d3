package org.bookbell.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.ServerKey;
import org.bookbell.storage.TestDatabase;

/** The plugin feature on a test's database, with one recording provider of SMS. */
public final class PluginHouse {

    private final TestDatabase database;
    private final RecordingSmsProvider provider = new RecordingSmsProvider();
    private final Gateways gateways;
    private final OpenGateways open;

    public PluginHouse(TestDatabase database, ReceiptSink receipts) {
        this.database = database;
        Supplier<Object> bundled = () -> provider;
        var plugins = new Plugins(List.of(bundled), List.of(), List.of());
        var cipher = new SettingsCipher(ServerKey.of(new byte[32]));
        gateways = new Gateways(database.sql(), plugins, cipher, database.audit(), database.clock());
        open = new OpenGateways(
                database.jobsDatabase(), new GatewayOpener(plugins, cipher, receipts, database.clock()));
    }

    public RecordingSmsProvider provider() {
        return provider;
    }

    public Gateways gateways() {
        return gateways;
    }

    public OpenGateways open() {
        return open;
    }

    /** Adds a gateway and opens it. */
    public RecordingSmsGateway add(String name, int position) {
        database.inTransaction(() -> gateways.add(
                Actor.system(),
                0,
                new NewGateway(name, PluginKind.SMS, "recording", Optional.empty(), Map.of(), position)));
        open.refresh();
        open.list(PluginKind.SMS);
        return provider.gateway(name);
    }

    public void close() {
        open.close();
    }
}
