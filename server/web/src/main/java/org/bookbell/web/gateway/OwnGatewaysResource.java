package org.bookbell.web.gateway;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Permission;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;

/** An organization's own gateways, over which no other's messages go; the server's are not found here. */
@Endpoint
@Path("/api/v1/organizations/{org}/gateways")
@Produces(MediaType.APPLICATION_JSON)
public class OwnGatewaysResource {

    private final Gateways gateways;
    private final GatewayAnswers answers;
    private final Visit visit;

    @Inject
    OwnGatewaysResource(Gateways gateways, GatewayAnswers answers, Visit visit) {
        this.gateways = gateways;
        this.answers = answers;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Listing<GatewayJson> list() {
        return answers.list(gateways.list(visit.organizationId()));
    }

    /** Adds one; its name begins with the organization's slug and a dot. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response add(Input in) {
        var added = GatewayInput.read(in);
        in.orThrow();
        return answers.add(visit.actor(), visit.organizationId(), added);
    }

    @GET
    @Path("{name}")
    @Requires(Permission.ADMINISTER)
    public Response get(@PathParam("name") String name) {
        return answers.show(own(name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response change(@PathParam("name") String name, Input in, @Context HttpHeaders headers) {
        return answers.change(visit.actor(), own(name), in, headers);
    }

    @POST
    @Path("{name}/check")
    @Requires(Permission.ADMINISTER)
    public CheckResult check(@PathParam("name") String name) {
        return answers.check(own(name));
    }

    @POST
    @Path("{name}/hookAddress")
    @Requires(Permission.ADMINISTER)
    public Response renewHookAddress(@PathParam("name") String name) {
        return answers.renewHookAddress(visit.actor(), own(name));
    }

    private GatewayView own(String name) {
        return gateways.get(visit.organizationId(), name);
    }
}
