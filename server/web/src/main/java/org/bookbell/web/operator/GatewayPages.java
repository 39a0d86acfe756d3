package org.bookbell.web.operator;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.plugin.GatewayChange;
import org.bookbell.plugin.GatewayView;
import org.bookbell.plugin.Gateways;
import org.bookbell.plugin.NewGateway;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.spi.Setting;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Adds and changes gateways by forms made of what their providers declare. */
@Endpoint
@Path("/operator/gateways")
@Produces(MediaType.TEXT_HTML)
public class GatewayPages {

    private static final int LAST = 9999;
    private static final int USUAL_POSITION = 10;
    private static final int MOST_TEXT = 4000;

    private final Gateways gateways;
    private final Plugins plugins;
    private final Visit visit;

    @Inject
    GatewayPages(Gateways gateways, Plugins plugins, Visit visit) {
        this.gateways = gateways;
        this.plugins = plugins;
        this.visit = visit;
    }

    /** An empty form for {@code kind} and {@code provider}. */
    @GET
    @Path("new")
    @ForOperator
    public Page showNew(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var kind = in.get("kind", choice(PluginKind.class));
        var provider = in.get("provider", text(2, 40));
        in.orThrow();
        var values = defaults(declared(kind, provider));
        values.put("position", Integer.toString(USUAL_POSITION));
        return newForm(kind, provider, Filled.with(values));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response add(Input in) {
        var kind = in.get("kind", choice(PluginKind.class));
        var provider = in.get("provider", text(2, 40));
        try {
            var added = new NewGateway(
                    in.get("name", text(2, 40)),
                    kind,
                    provider,
                    in.find("sender", text(1, 254)),
                    settings(in, declared(kind, provider)),
                    in.get("position", number(0, LAST), USUAL_POSITION));
            in.orThrow();
            gateways.add(visit.actor(), 0, added);
            return Redirect.to("/operator?now=saved");
        } catch (ProblemException refusal) {
            return refused(refusal, newForm(kind, provider, Filled.refused(in, refusal)));
        }
    }

    @GET
    @Path("{name}")
    @ForOperator
    public Page show(@PathParam("name") String name) {
        var gateway = gateways.get(name);
        var values = defaults(gateway.declared());
        values.putAll(gateway.settings());
        values.put("sender", gateway.sender().orElse(""));
        values.put("position", Integer.toString(gateway.position()));
        return changeForm(gateway, Filled.with(values));
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response change(@PathParam("name") String name, Input in) {
        var gateway = gateways.get(name);
        try {
            var change = new GatewayChange(
                    gateway.version(),
                    in.find("sender", text(1, 254)),
                    settings(in, gateway.declared()),
                    gateway.enabled(),
                    in.get("position", number(0, LAST), gateway.position()));
            in.orThrow();
            gateways.change(visit.actor(), name, change);
            return Redirect.to("/operator?now=saved");
        } catch (ProblemException refusal) {
            return refused(refusal, changeForm(gateway, Filled.refused(in, refusal)));
        }
    }

    private static Response refused(ProblemException refusal, Page page) {
        return Response.status(refusal.type().status()).entity(page).build();
    }

    private List<Setting> declared(PluginKind kind, String provider) {
        return plugins.findProvider(kind, provider)
                .orElseThrow(() -> ProblemException.notFound("provider"))
                .settings();
    }

    private String label(PluginKind kind, String provider) {
        return plugins.findProvider(kind, provider).map(found -> found.label()).orElse(provider);
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

    private Page newForm(PluginKind kind, String provider, Filled form) {
        return Page.of(
                "operator/gateway",
                "New gateway",
                new GatewayForm(
                        "/operator/gateways/new",
                        "",
                        kind.name(),
                        provider,
                        label(kind, provider),
                        declared(kind, provider),
                        form));
    }

    private Page changeForm(GatewayView gateway, Filled form) {
        return Page.of(
                "operator/gateway",
                gateway.name(),
                new GatewayForm(
                        "/operator/gateways/" + gateway.name(),
                        gateway.name(),
                        gateway.kind().name(),
                        gateway.provider(),
                        label(gateway.kind(), gateway.provider()),
                        gateway.declared(),
                        form));
    }

    /** A gateway's form. */
    record GatewayForm(
            String path,
            String name,
            String kind,
            String provider,
            String label,
            List<Setting> settings,
            Filled form) {}
}
