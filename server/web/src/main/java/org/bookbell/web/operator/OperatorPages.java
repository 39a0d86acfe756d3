package org.bookbell.web.operator;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.job.Jobs;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.Gateways;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
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
    public Page show() {
        return page("");
    }

    /** Starts the job that sends messages, unless it runs. */
    @POST
    @Path("jobs/start")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response startJob() {
        jobs.start();
        return Redirect.to("/operator");
    }

    /** Asks a gateway's provider whether it would accept messages now. */
    @POST
    @Path("check/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Page check(@PathParam("name") String name) {
        var result = open.check(gateways.get(name).name());
        return page("Gateway " + name + ": " + result.detail());
    }

    @POST
    @Path("switch/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response turn(@PathParam("name") String name, Input in) {
        if (in.get("to", text(2, 3)).equals("on")) {
            gateways.enable(visit.actor(), name);
        } else {
            gateways.disable(visit.actor(), name);
        }
        return Redirect.to("/operator");
    }

    private Page page(String notice) {
        var states = health.listGateways();
        var view = new OperatorView(
                notice,
                health.lag().toSeconds(),
                gateways.list().stream()
                        .map(each -> OperatorView.GatewayLine.of(each, states))
                        .toList(),
                plugins.listProviders(PluginKind.SMS).stream()
                        .map(each -> new OperatorView.ProviderLine("SMS", each.name(), each.label()))
                        .toList(),
                plugins.listProviders(PluginKind.EMAIL).stream()
                        .map(each -> new OperatorView.ProviderLine("EMAIL", each.name(), each.label()))
                        .toList(),
                jobs.list(RUNS).stream()
                        .map(run -> new OperatorView.RunLine(
                                run.id(),
                                Words.exactMoment(run.startedAt(), ZoneOffset.UTC),
                                run.status(),
                                run.found(),
                                run.sent()))
                        .toList(),
                plugins.list().stream().map(OperatorPages::line).toList(),
                organizations.list().stream()
                        .map(each -> new OperatorView.OrganizationLine("/o/" + each.slug() + "/today", each.name()))
                        .toList());
        return Page.of("operator/operator", "Operator", view);
    }

    private static OperatorView.PluginLine line(Plugin plugin) {
        return new OperatorView.PluginLine(
                plugin.label(),
                plugin.kind().map(Enum::name).orElse(""),
                plugin.jar().orElse("comes with the server"),
                plugin.state().name(),
                plugin.fault().orElse("") + " " + plugin.cure().orElse(""));
    }
}
