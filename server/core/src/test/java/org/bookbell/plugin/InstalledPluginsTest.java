package org.bookbell.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bookbell.plugin.loading.LoadedPlugin;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.Plugin.State;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.plugin.loading.PluginSource.Origin;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstalledPluginsTest {

    private static final PluginSource FOLDER =
            new PluginSource(Origin.FOLDER, Optional.of("dropped.jar"), Optional.of("1.2.3"), Optional.of("0.1"));

    private final TestDatabase database = TestDatabase.h2();
    private final PluginHouse house = new PluginHouse(database, (gateway, receipts, replies) -> {});

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void a_provider_is_there_with_its_settings_and_the_gateways_that_use_it() {
        house.add("second", 2);
        house.add("first", 1);

        var listed = list(house.plugins());

        assertThat(listed).extracting(each -> each.plugin().name()).containsExactly("recording", "letters");
        assertThat(listed.get(0).settings()).extracting(Setting::name).containsExactly("account", "password", "parts");
        assertThat(listed.get(0).gateways()).containsExactly("first", "second");
        assertThat(listed.get(0).takesGateways()).isTrue();
        assertThat(listed.get(1).gateways()).isEmpty();
    }

    @Test
    void a_provider_that_cannot_name_its_settings_is_faulty_and_says_what_to_do() {
        var listed = list(new Plugins(List.of(BundledPlugin.of(new Forgetful())), List.of(), List.of()));

        assertThat(listed).singleElement().satisfies(each -> {
            assertThat(each.plugin().state()).isEqualTo(State.FAULTY);
            assertThat(each.plugin().fault().orElseThrow()).contains("failed to name its settings");
            assertThat(each.plugin().cure().orElseThrow()).contains("Replace its jar");
            assertThat(each.takesGateways()).isFalse();
        });
    }

    @Test
    void a_plugin_that_was_refused_stands_among_the_others() {
        house.add("main", 1);
        var fault = new PluginFault("The file is damaged.", "Copy it again.");
        var refused = Plugin.notUsed("dropped.jar", FOLDER, State.REFUSED, List.of(fault));
        var loaded = Plugin.loaded("pigeon", "Pigeon", PluginKind.SMS, FOLDER);
        var pigeon = new RecordingSmsProvider();

        var listed = list(new Plugins(List.of(), List.of(new LoadedPlugin(loaded, pigeon)), List.of(refused, loaded)));

        assertThat(listed).extracting(InstalledPlugin::plugin).containsExactly(refused, loaded);
        assertThat(listed).allSatisfy(each -> assertThat(each.gateways()).isEmpty());
        assertThat(listed).extracting(InstalledPlugin::takesGateways).containsExactly(false, true);
    }

    private List<InstalledPlugin> list(Plugins plugins) {
        return database.inTransaction(() -> new InstalledPlugins(plugins, house.gateways()).list());
    }

    /** A provider that does not know its own settings. */
    private static final class Forgetful implements SmsProvider {

        @Override
        public String name() {
            return "forgetful";
        }

        @Override
        public String label() {
            return "Forgetful";
        }

        @Override
        public List<Setting> settings() {
            throw new IllegalStateException("the settings are gone");
        }

        @Override
        public SmsGateway open(GatewayContext context) {
            throw new UnsupportedOperationException("nobody opens it");
        }
    }
}
