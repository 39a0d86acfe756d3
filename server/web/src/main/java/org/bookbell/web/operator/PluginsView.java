package org.bookbell.web.operator;

import java.util.List;
import java.util.stream.Stream;
import org.bookbell.plugin.InstalledPlugin;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.spi.Setting;

/**
 * The plugins.
 *
 * @param troubled those that are not used, or fail
 */
record PluginsView(List<Card> troubled, List<Card> usable) {

    static PluginsView of(List<InstalledPlugin> plugins) {
        return new PluginsView(
                cards(plugins.stream().filter(each -> each.plugin().state() != Plugin.State.LOADED)),
                cards(plugins.stream().filter(each -> each.plugin().state() == Plugin.State.LOADED)));
    }

    private static List<Card> cards(Stream<InstalledPlugin> plugins) {
        return plugins.map(Card::of).toList();
    }

    /**
     * A plugin.
     *
     * @param adding where a gateway of it is added; empty where that cannot be
     */
    record Card(
            String name,
            String label,
            String kind,
            String origin,
            String jar,
            String version,
            String spiVersion,
            String state,
            String mood,
            String fault,
            String cure,
            List<SettingLine> settings,
            boolean hasGateways,
            List<String> gateways,
            String adding) {

        static Card of(InstalledPlugin installed) {
            var plugin = installed.plugin();
            var kind = plugin.kind();
            var source = plugin.source();
            var query = kind.map(each -> "?kind=" + each.name() + "&provider=" + plugin.name());
            return new Card(
                    plugin.name(),
                    plugin.label(),
                    kind.map(OperatorView::inWords).orElse(""),
                    source.origin() == PluginSource.Origin.SERVER ? "the server" : "the plugins folder",
                    source.jar().orElse(""),
                    source.version().orElse("its jar does not say"),
                    source.spiVersion().orElse("its jar does not say"),
                    OperatorView.inWords(plugin.state()),
                    plugin.state() == Plugin.State.LOADED ? "good" : "bad",
                    plugin.fault().orElse(""),
                    plugin.cure().orElse(""),
                    installed.settings().stream().map(SettingLine::of).toList(),
                    kind.filter(each -> each.hasGateways()).isPresent(),
                    installed.gateways(),
                    query.filter(each -> installed.takesGateways())
                            .map(each -> "/operator/gateways/new" + each)
                            .orElse(""));
        }
    }

    /** What a gateway may be set. */
    record SettingLine(String name, String label, String help, String value, String usual, String needed) {

        static SettingLine of(Setting setting) {
            return new SettingLine(
                    setting.name(),
                    setting.label(),
                    setting.help(),
                    inWords(setting),
                    setting.defaultValue(),
                    setting.required() ? "required" : "may be left out");
        }

        private static String inWords(Setting setting) {
            return switch (setting.kind()) {
                case TEXT -> "text";
                case SECRET -> "secret: kept encrypted, never shown";
                case NUMBER -> "whole number";
                case SWITCH -> "true or false";
                case CHOICE -> "one of " + String.join(", ", setting.choices());
                case ADDRESS -> "http or https address";
            };
        }
    }
}
