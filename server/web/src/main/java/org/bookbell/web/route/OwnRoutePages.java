package org.bookbell.web.route;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Permission;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** In which order an organization's own gateways are tried, as a page. */
@Endpoint
@Path("/o/{org}/setup/routes")
@Produces(MediaType.TEXT_HTML)
public class OwnRoutePages {

    private final RouteForms forms;
    private final Visit visit;

    @Inject
    OwnRoutePages(RouteForms forms, Visit visit) {
        this.forms = forms;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Page show() {
        return forms.show(here());
    }

    /** Decides the order of SMS gateways for a prefix; an empty field removes the route. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response put(Input in) {
        return forms.put(here(), in);
    }

    /** Asks before the switch, with what it would move. */
    @GET
    @Path("primary/{gateway}")
    @Requires(Permission.ADMINISTER)
    public Page ask(@PathParam("gateway") String gateway) {
        return forms.ask(here(), gateway);
    }

    @POST
    @Path("primary/{gateway}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response makePrimary(@PathParam("gateway") String gateway) {
        forms.makePrimary(here(), gateway);
        return Redirect.to(here().list() + "?now=saved");
    }

    private RoutePlace here() {
        var setup = "/o/" + visit.organization().slug() + "/setup";
        return new RoutePlace(setup + "/routes", setup + "/gateways", "Gateways", visit.organizationId());
    }
}
