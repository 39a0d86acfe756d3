package org.bookbell.web.route;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.bookbell.dispatch.routing.RouteEffect;
import org.bookbell.dispatch.routing.RouteTable;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;

/** The server's routes: for the addresses of a channel that begin alike, gateways in the order in which they are tried. */
@Endpoint
@Path("/api/v1/operator/routes")
@Produces(MediaType.APPLICATION_JSON)
public class RoutesResource {

    private static final long SERVER = 0;

    private final RouteTable routes;
    private final Visit visit;

    @Inject
    RoutesResource(RouteTable routes, Visit visit) {
        this.routes = routes;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Listing<RouteJson> list() {
        return RouteJson.of(routes.list(SERVER));
    }

    /** Decides the order for a prefix; no gateways at all remove the route. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Listing<RouteJson> put(Input in) {
        return RouteJson.of(routes.put(visit.actor(), RouteJson.read(in, SERVER)));
    }

    /** What that would move. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Listing<RouteEffect> preview(Input in) {
        return Listing.all(routes.preview(RouteJson.read(in, SERVER)));
    }

    /** Makes a gateway the first of its channel. */
    @POST
    @Path("primary/{gateway}")
    @ForOperator
    public Listing<RouteJson> makePrimary(@PathParam("gateway") String gateway) {
        return RouteJson.of(routes.makePrimary(visit.actor(), SERVER, gateway));
    }

    /** What that would move. */
    @GET
    @Path("primary/{gateway}")
    @ForOperator
    public Listing<RouteEffect> previewPrimary(@PathParam("gateway") String gateway) {
        return Listing.all(routes.previewPrimary(SERVER, gateway));
    }
}
