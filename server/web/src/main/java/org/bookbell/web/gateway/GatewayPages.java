package org.bookbell.web.gateway;

import static org.bookbell.web.input.Kind.choice;
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
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Adds the server's gateways and changes anybody's. */
@Endpoint
@Path("/operator/gateways")
@Produces(MediaType.TEXT_HTML)
public class GatewayPages {

    private static final GatewayPlace HERE = GatewayPlace.OPERATOR;
    private static final String SAVED = "/operator?now=saved";

    private final Gateways gateways;
    private final GatewayForms forms;
    private final HookAddressShown hooks;
    private final Visit visit;

    @Inject
    GatewayPages(Gateways gateways, GatewayForms forms, HookAddressShown hooks, Visit visit) {
        this.gateways = gateways;
        this.forms = forms;
        this.hooks = hooks;
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
        return forms.empty(HERE, kind, provider);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response add(Input in) {
        var kind = in.get("kind", choice(PluginKind.class));
        var provider = in.get("provider", text(2, 40));
        try {
            gateways.add(visit.actor(), HERE.organizationId(), forms.readNew(HERE, in, kind, provider));
            return Redirect.to(SAVED);
        } catch (ProblemException refusal) {
            return GatewayForms.refused(refusal, forms.adding(HERE, kind, provider, Filled.refused(in, refusal)));
        }
    }

    @GET
    @Path("{name}")
    @ForOperator
    public Page show(@PathParam("name") String name) {
        return forms.of(HERE, gateways.get(name));
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response change(@PathParam("name") String name, Input in) {
        var gateway = gateways.get(name);
        try {
            gateways.change(visit.actor(), name, forms.readChange(in, gateway));
            return Redirect.to(SAVED);
        } catch (ProblemException refusal) {
            return GatewayForms.refused(refusal, forms.changing(HERE, gateway, Filled.refused(in, refusal)));
        }
    }

    /** Makes the address for the provider anew. */
    @POST
    @Path("{name}/hookAddress")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response renewHookAddress(@PathParam("name") String name) {
        hooks.renew(visit.actor(), name);
        return Redirect.to(HERE.path() + "/" + name);
    }
}
