package org.bookbell.web.operator;

import java.util.List;
import java.util.Optional;
import org.bookbell.plugin.InstalledPlugin;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.spi.Setting;

/**
 * A plugin as the API shows it.
 *
 * @param jar its file's name
 * @param fault why it is not used, or fails
 * @param settings what a gateway of it may be set
 * @param gateways the names of those that use it
 */
record PluginJson(
        String name,
        String label,
        Optional<PluginKind> kind,
        PluginSource.Origin origin,
        Optional<String> jar,
        Optional<String> version,
        Optional<String> spiVersion,
        Plugin.State state,
        Optional<String> fault,
        Optional<String> cure,
        List<SettingJson> settings,
        List<String> gateways) {

    static PluginJson of(InstalledPlugin installed) {
        var plugin = installed.plugin();
        var source = plugin.source();
        return new PluginJson(
                plugin.name(),
                plugin.label(),
                plugin.kind(),
                source.origin(),
                source.jar(),
                source.version(),
                source.spiVersion(),
                plugin.state(),
                plugin.fault(),
                plugin.cure(),
                installed.settings().stream().map(SettingJson::of).toList(),
                installed.gateways());
    }

    /**
     * A setting.
     *
     * @param defaultValue the value where nothing is set; absent for none
     * @param choices the values of a CHOICE; otherwise empty
     */
    record SettingJson(
            String name,
            String label,
            Optional<String> help,
            Setting.Kind kind,
            boolean required,
            boolean secret,
            Optional<String> defaultValue,
            List<String> choices) {

        static SettingJson of(Setting setting) {
            return new SettingJson(
                    setting.name(),
                    setting.label(),
                    given(setting.help()),
                    setting.kind(),
                    setting.required(),
                    setting.isSecret(),
                    given(setting.defaultValue()),
                    setting.choices());
        }

        private static Optional<String> given(String text) {
            return Optional.of(text).filter(each -> !each.isEmpty());
        }
    }
}
