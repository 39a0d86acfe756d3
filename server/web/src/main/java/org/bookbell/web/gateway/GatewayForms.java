package org.bookbell.web.gateway;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.gateway.GatewayChange;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.NewGateway;
import org.bookbell.plugin.gateway.OwnProviders;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.web.gateway.OwnGatewaysView.ProviderLine;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;

/** Forms made of what providers declare, for the server's gateways and for organizations' own. */
@Dependent
class GatewayForms {

    private static final int LAST = 9999;
    private static final int USUAL_POSITION = 10;
    private static final int MOST_TEXT = 4000;

    private final Plugins plugins;
    private final OwnProviders ownProviders;
    private final HookAddressShown hooks;

    @Inject
    GatewayForms(Plugins plugins, OwnProviders ownProviders, HookAddressShown hooks) {
        this.plugins = plugins;
        this.ownProviders = ownProviders;
        this.hooks = hooks;
    }

    /** Of which providers there may be gateways. */
    List<ProviderLine> providers(GatewayPlace place) {
        return Stream.of(PluginKind.SMS, PluginKind.EMAIL)
                .flatMap(kind -> plugins.listProviders(kind).stream()
                        .filter(each -> ownProviders.allows(place.organizationId(), each.name()))
                        .map(each -> new ProviderLine(kind.name(), each.name(), each.label())))
                .toList();
    }

    /** An empty form for a gateway of {@code provider}. */
    Page empty(GatewayPlace place, PluginKind kind, String provider) {
        var values = defaults(provider(place, kind, provider).settings());
        values.put("position", Integer.toString(USUAL_POSITION));
        return adding(place, kind, provider, Filled.with(values));
    }

    /** The form for a new gateway, as it was filled in. */
    Page adding(GatewayPlace place, PluginKind kind, String provider, Filled form) {
        var found = provider(place, kind, provider);
        return Page.of(
                "gateway/gateway",
                "New gateway",
                new GatewayForm(
                        place,
                        place.path() + "/new",
                        "",
                        kind.name(),
                        provider,
                        found.label(),
                        found.settings(),
                        "",
                        form));
    }

    /** What the form for a new gateway says. */
    NewGateway readNew(GatewayPlace place, Input in, PluginKind kind, String provider) {
        var added = new NewGateway(
                in.get("name", text(2, 40)),
                kind,
                provider,
                in.find("sender", text(1, 254)),
                settings(in, provider(place, kind, provider).settings()),
                in.get("position", number(0, LAST), USUAL_POSITION));
        in.orThrow();
        return added;
    }

    /** The form of a gateway as it is. */
    Page of(GatewayPlace place, GatewayView gateway) {
        var values = defaults(gateway.declared());
        values.putAll(gateway.settings());
        values.put("sender", gateway.sender().orElse(""));
        values.put("position", Integer.toString(gateway.position()));
        return changing(place, gateway, Filled.with(values));
    }

    /** The form of a gateway, as it was filled in. */
    Page changing(GatewayPlace place, GatewayView gateway, Filled form) {
        return Page.of(
                "gateway/gateway",
                gateway.name(),
                new GatewayForm(
                        place,
                        place.path() + "/" + gateway.name(),
                        gateway.name(),
                        gateway.kind().name(),
                        gateway.provider(),
                        plugins.findProvider(gateway.kind(), gateway.provider())
                                .map(Provider::label)
                                .orElse(gateway.provider()),
                        gateway.declared(),
                        hooks.find(gateway).orElse(""),
                        form));
    }

    /** What the form of a gateway says. */
    GatewayChange readChange(Input in, GatewayView gateway) {
        var change = new GatewayChange(
                gateway.version(),
                in.find("sender", text(1, 254)),
                settings(in, gateway.declared()),
                gateway.enabled(),
                in.get("position", number(0, LAST), gateway.position()));
        in.orThrow();
        return change;
    }

    static Response refused(ProblemException refusal, Page page) {
        return Response.status(refusal.type().status()).entity(page).build();
    }

    private Provider provider(GatewayPlace place, PluginKind kind, String name) {
        return plugins.findProvider(kind, name)
                .filter(found -> ownProviders.allows(place.organizationId(), name))
                .orElseThrow(() -> ProblemException.notFound("provider"));
    }

    private static Map<String, String> defaults(List<Setting> declared) {
        var values = new HashMap<String, String>();
        declared.forEach(setting -> values.put(setting.name(), setting.defaultValue()));
        return values;
    }

    private static Map<String, String> settings(Input in, List<Setting> declared) {
        var settings = new HashMap<String, String>();
        for (var setting : declared) {
            var given = in.find(setting.name(), text(0, MOST_TEXT));
            var value = setting.kind() == Setting.Kind.SWITCH ? Boolean.toString(given.isPresent()) : given.orElse("");
            settings.put(setting.name(), value);
        }
        return settings;
    }
}
