package org.bookbell.web.operator;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.job.batch.Jobs;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.gateway.GatewayLine;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.page.Words;

/** The server at a glance: how late it is, its gateways, jobs, plugins and organizations. */
@Endpoint
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
public class OperatorPages {

    private static final int RUNS = 10;

    private final Jobs jobs;
    private final DispatchHealth health;
    private final Gateways gateways;
    private final OpenGateways open;
    private final Plugins plugins;
    private final Organizations organizations;
    private final Visit visit;

    @Inject
    OperatorPages(
            Jobs jobs,
            DispatchHealth health,
            Gateways gateways,
            OpenGateways open,
            Plugins plugins,
            Organizations organizations,
            Visit visit) {
        this.jobs = jobs;
        this.health = health;
        this.gateways = gateways;
        this.open = open;
        this.plugins = plugins;
        this.organizations = organizations;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Page show(@QueryParam("now") @DefaultValue("") String now) {
        var notice = switch (now) {
            case "started" -> "The job is started.";
            case "saved" -> "Saved.";
            case "on" -> "The gateway is on.";
            case "off" -> "The gateway is off.";
            default -> "";
        };
        return page(notice, "");
    }

    /** Asks a gateway's provider whether it would accept messages now. */
    @POST
    @Path("check/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Page check(@PathParam("name") String name) {
        var result = open.check(gateways.get(name).name());
        var told = "Gateway " + name + ": " + result.detail();
        return result.outcome() == CheckResult.Outcome.FAILS ? page("", told) : page(told, "");
    }

    @POST
    @Path("switch/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response turn(@PathParam("name") String name, Input in) {
        var isOn = in.get("to", text(2, 3)).equals("on");
        if (isOn) {
            gateways.enable(visit.actor(), name);
        } else {
            gateways.disable(visit.actor(), name);
        }
        return Redirect.to("/operator?now=" + (isOn ? "on" : "off"));
    }

    private Page page(String notice, String refusal) {
        var states = health.listGateways();
        var lag = health.lag().toSeconds();
        var view = new OperatorView(
                notice,
                refusal,
                lag == 0
                        ? "No message waits longer than it should."
                        : "The oldest due message waits for " + lag + " s.",
                gateways.list().stream()
                        .map(each -> GatewayLine.of(each, states))
                        .toList(),
                Stream.of(PluginKind.SMS, PluginKind.EMAIL)
                        .flatMap(this::providers)
                        .toList(),
                jobs.list(RUNS).stream()
                        .map(run -> new OperatorView.RunLine(
                                run.id(),
                                run.job(),
                                Words.exactMoment(run.startedAt(), ZoneOffset.UTC),
                                run.status().toLowerCase(Locale.ROOT),
                                run.found(),
                                run.sent()))
                        .toList(),
                plugins.list().stream().filter(OperatorPages::isUsed).count(),
                plugins.list().stream()
                        .filter(plugin -> !isUsed(plugin))
                        .map(OperatorPages::line)
                        .toList(),
                organizations.list().stream()
                        .map(each -> new OperatorView.OrganizationLine("/o/" + each.slug() + "/today", each.name()))
                        .toList());
        return Page.of("operator/operator", "Operator", view);
    }

    private Stream<OperatorView.ProviderLine> providers(PluginKind kind) {
        return plugins.listProviders(kind).stream()
                .map(each -> new OperatorView.ProviderLine(kind.name(), each.name(), each.label()));
    }

    private static boolean isUsed(Plugin plugin) {
        return plugin.state() == Plugin.State.LOADED;
    }

    private static OperatorView.PluginLine line(Plugin plugin) {
        return new OperatorView.PluginLine(
                plugin.label(),
                OperatorView.inWords(plugin.state()),
                plugin.fault().orElse("") + " " + plugin.cure().orElse(""));
    }
}
