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
import org.bookbell.access.Permission;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Adds and changes an organization's own gateways. */
@Endpoint
@Path("/o/{org}/setup/gateways")
@Produces(MediaType.TEXT_HTML)
public class OwnGatewayPages {

    private final Gateways gateways;
    private final GatewayForms forms;
    private final OwnGatewaysPage list;
    private final HookAddressShown hooks;
    private final Visit visit;

    @Inject
    OwnGatewayPages(Gateways gateways, GatewayForms forms, OwnGatewaysPage list, HookAddressShown hooks, Visit visit) {
        this.gateways = gateways;
        this.forms = forms;
        this.list = list;
        this.hooks = hooks;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Page list(@Context UriInfo address) {
        return list.show(address.getQueryParameters().getFirst("now"));
    }

    /** Whether the server's gateways are used where the organization's own cannot be. */
    @POST
    @Path("fallBack")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response fallBack(Input in) {
        list.decideFallBack(in);
        return saved();
    }

    /** An empty form for {@code kind} and {@code provider}. */
    @GET
    @Path("new")
    @Requires(Permission.ADMINISTER)
    public Page showNew(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var kind = in.get("kind", choice(PluginKind.class));
        var provider = in.get("provider", text(2, 40));
        in.orThrow();
        return forms.empty(here(), kind, provider);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response add(Input in) {
        var kind = in.get("kind", choice(PluginKind.class));
        var provider = in.get("provider", text(2, 40));
        try {
            gateways.add(visit.actor(), visit.organizationId(), forms.readNew(here(), in, kind, provider));
            return saved();
        } catch (ProblemException refusal) {
            return GatewayForms.refused(refusal, forms.adding(here(), kind, provider, Filled.refused(in, refusal)));
        }
    }

    @GET
    @Path("{name}")
    @Requires(Permission.ADMINISTER)
    public Page show(@PathParam("name") String name) {
        return forms.of(here(), own(name));
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response change(@PathParam("name") String name, Input in) {
        var gateway = own(name);
        try {
            gateways.change(visit.actor(), gateway.name(), forms.readChange(in, gateway));
            return saved();
        } catch (ProblemException refusal) {
            return GatewayForms.refused(refusal, forms.changing(here(), gateway, Filled.refused(in, refusal)));
        }
    }

    /** Asks the provider whether it would accept messages now. */
    @POST
    @Path("{name}/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Page check(@PathParam("name") String name) {
        return list.check(own(name));
    }

    @POST
    @Path("{name}/switch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response turn(@PathParam("name") String name, Input in) {
        var isOn = in.get("to", text(2, 3)).equals("on");
        var gateway = own(name);
        if (isOn) {
            gateways.enable(visit.actor(), gateway.name());
        } else {
            gateways.disable(visit.actor(), gateway.name());
        }
        return Redirect.to(here().list() + "?now=" + (isOn ? "on" : "off"));
    }

    /** Makes the address for the provider anew. */
    @POST
    @Path("{name}/hookAddress")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response renewHookAddress(@PathParam("name") String name) {
        hooks.renew(visit.actor(), own(name).name());
        return Redirect.to(here().path() + "/" + name);
    }

    private Response saved() {
        return Redirect.to(here().list() + "?now=saved");
    }

    private GatewayPlace here() {
        return GatewayPlace.of(visit);
    }

    private GatewayView own(String name) {
        return gateways.get(visit.organizationId(), name);
    }
}
