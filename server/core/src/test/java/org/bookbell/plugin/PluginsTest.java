package org.bookbell.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bookbell.plugin.loading.LoadedPlugin;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.Plugin.State;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.plugin.loading.PluginSource.Origin;
import org.junit.jupiter.api.Test;

class PluginsTest {

    private final RecordingSmsProvider bundled = new RecordingSmsProvider();
    private final RecordingSmsProvider dropped = new RecordingSmsProvider();

    @Test
    void a_bundled_provider_is_found_by_its_name() {
        var plugins = new Plugins(List.of(BundledPlugin.of(bundled)), List.of(), List.of());

        assertThat(plugins.findProvider(PluginKind.SMS, "recording")).contains(bundled);
        assertThat(plugins.list()).extracting(Plugin::state).containsExactly(State.LOADED);
        assertThat(plugins.findProvider(PluginKind.EMAIL, "recording")).isEmpty();
    }

    @Test
    void a_provider_of_the_folder_is_found_by_its_name() {
        var plugin = fromFolder("recording");

        var plugins = new Plugins(
                List.of(BundledPlugin.of(dropped)), List.of(new LoadedPlugin(plugin, dropped)), List.of(plugin));

        assertThat(plugins.findProvider(PluginKind.SMS, "recording")).contains(dropped);
        assertThat(plugins.list()).containsExactly(plugin);
    }

    @Test
    void a_plugin_with_the_name_of_a_bundled_one_is_refused() {
        var plugin = fromFolder("recording");

        var plugins = new Plugins(
                List.of(BundledPlugin.of(bundled), BundledPlugin.of(dropped)),
                List.of(new LoadedPlugin(plugin, dropped)),
                List.of(plugin));

        assertThat(plugins.findProvider(PluginKind.SMS, "recording")).contains(bundled);
        assertThat(plugins.list()).extracting(Plugin::state).containsExactly(State.LOADED, State.REFUSED);
    }

    @Test
    void a_bundled_plugin_that_fails_does_not_take_the_others_along() {
        var failing = new BundledPlugin(RecordingEmailProvider.class, () -> {
            throw new IllegalStateException("cannot be made");
        });

        var plugins = new Plugins(List.of(failing, BundledPlugin.of(bundled)), List.of(), List.of());

        assertThat(plugins.listProviders(PluginKind.SMS)).containsExactly(bundled);
        assertThat(plugins.list()).extracting(Plugin::state).containsExactly(State.FAULTY, State.LOADED);
        assertThat(plugins.list().get(0).name()).isEqualTo(RecordingEmailProvider.class.getName());
        assertThat(plugins.list().get(0).fault().orElseThrow()).contains("IllegalStateException");
    }

    private static Plugin fromFolder(String name) {
        return Plugin.loaded(
                name,
                "From the folder",
                PluginKind.SMS,
                new PluginSource(Origin.FOLDER, Optional.of("dropped.jar"), Optional.empty(), Optional.empty()));
    }
}
