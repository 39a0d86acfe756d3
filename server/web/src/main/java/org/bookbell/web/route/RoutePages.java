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
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** The server's routes as a page, and one press that makes a gateway the first. */
@Endpoint
@Path("/operator/routes")
@Produces(MediaType.TEXT_HTML)
public class RoutePages {

    private static final RoutePlace HERE = new RoutePlace("/operator/routes", "/operator", "Operator", 0);

    private final RouteForms forms;

    @Inject
    RoutePages(RouteForms forms) {
        this.forms = forms;
    }

    @GET
    @ForOperator
    public Page show() {
        return forms.show(HERE);
    }

    /** Decides the order of SMS gateways for a prefix; an empty field removes the route. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response put(Input in) {
        return forms.put(HERE, in);
    }

    /** Asks before the switch, with what it would move. */
    @GET
    @Path("primary/{gateway}")
    @ForOperator
    public Page ask(@PathParam("gateway") String gateway) {
        return forms.ask(HERE, gateway);
    }

    @POST
    @Path("primary/{gateway}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response makePrimary(@PathParam("gateway") String gateway) {
        forms.makePrimary(HERE, gateway);
        return Redirect.to(HERE.list() + "?now=saved");
    }
}
