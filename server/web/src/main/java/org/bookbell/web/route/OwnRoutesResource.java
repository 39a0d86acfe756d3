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
import org.bookbell.access.Permission;
import org.bookbell.dispatch.routing.RouteEffect;
import org.bookbell.dispatch.routing.RouteTable;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;

/** In which order an organization's own gateways are tried, before or instead of the server's. */
@Endpoint
@Path("/api/v1/organizations/{org}/routes")
@Produces(MediaType.APPLICATION_JSON)
public class OwnRoutesResource {

    private final RouteTable routes;
    private final Visit visit;

    @Inject
    OwnRoutesResource(RouteTable routes, Visit visit) {
        this.routes = routes;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Listing<RouteJson> list() {
        return RouteJson.of(routes.list(visit.organizationId()));
    }

    /** Decides the order for a prefix; no gateways at all remove the route. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Listing<RouteJson> put(Input in) {
        return RouteJson.of(routes.put(visit.actor(), RouteJson.read(in, visit.organizationId())));
    }

    /** What that would move. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Listing<RouteEffect> preview(Input in) {
        return Listing.all(routes.preview(RouteJson.read(in, visit.organizationId())));
    }

    /** Makes a gateway the first of its channel. */
    @POST
    @Path("primary/{gateway}")
    @Requires(Permission.ADMINISTER)
    public Listing<RouteJson> makePrimary(@PathParam("gateway") String gateway) {
        return RouteJson.of(routes.makePrimary(visit.actor(), visit.organizationId(), gateway));
    }

    /** What that would move. */
    @GET
    @Path("primary/{gateway}")
    @Requires(Permission.ADMINISTER)
    public Listing<RouteEffect> previewPrimary(@PathParam("gateway") String gateway) {
        return Listing.all(routes.previewPrimary(visit.organizationId(), gateway));
    }
}
