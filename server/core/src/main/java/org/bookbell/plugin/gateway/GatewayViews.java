package org.bookbell.plugin.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.ProviderCalls;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;

/** Shows an account to an operator without its secrets. */
final class GatewayViews {

    private GatewayViews() {}

    static GatewayView view(GatewayAccount account, Plugins plugins, OwnProviders own, SettingsCipher cipher) {
        var provider = plugins.findProvider(account.kind(), account.provider());
        if (provider.isEmpty()) {
            return view(
                    account,
                    List.of(),
                    Map.of(),
                    "The plugin " + account.provider()
                            + " is missing; put its jar into the plugins folder and restart.");
        }
        var refusal = own.allows(account.organizationId(), account.provider())
                ? ""
                : OwnProviders.refusal(account.provider());
        try {
            var declared = ProviderCalls.settings(provider.get());
            return cipher.decrypt(account.name(), account.settings())
                    .map(settings -> view(account, declared, settings.asMap(), refusal))
                    .orElseGet(() -> view(account, declared, Map.of(), unreadable()));
        } catch (ProviderFailed e) {
            return view(account, List.of(), Map.of(), e.sentence());
        }
    }

    static String unreadable() {
        return "The settings were written with another server key; restore bookbell.key-file or enter them again.";
    }

    private static GatewayView view(
            GatewayAccount account, List<Setting> declared, Map<String, String> values, String fault) {
        var settings = Settings.of(values);
        var shown = new TreeMap<String, String>();
        for (var setting : declared) {
            if (!setting.isSecret()) {
                settings.find(setting.name()).ifPresent(value -> shown.put(setting.name(), value));
            }
        }
        var secrets = declared.stream()
                .filter(setting ->
                        setting.isSecret() && settings.find(setting.name()).isPresent())
                .map(Setting::name)
                .toList();
        return new GatewayView(
                account.name(),
                account.organizationId(),
                account.kind(),
                account.provider(),
                account.sender(),
                declared,
                shown,
                secrets,
                account.enabled(),
                account.position(),
                account.version(),
                Optional.of(fault).filter(text -> !text.isEmpty()));
    }
}
