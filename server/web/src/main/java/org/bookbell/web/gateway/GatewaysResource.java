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
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.Input;

/** The server's gateways, and those of organizations too; their secrets are taken but never shown. */
@Endpoint
@Path("/api/v1/operator/gateways")
@Produces(MediaType.APPLICATION_JSON)
public class GatewaysResource {

    private static final long SERVER = 0;

    private final Gateways gateways;
    private final GatewayAnswers answers;
    private final Visit visit;

    @Inject
    GatewaysResource(Gateways gateways, GatewayAnswers answers, Visit visit) {
        this.gateways = gateways;
        this.answers = answers;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Listing<GatewayJson> list() {
        return answers.list(gateways.list());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response add(Input in) {
        var added = GatewayInput.read(in);
        in.orThrow();
        return answers.add(visit.actor(), SERVER, added);
    }

    @GET
    @Path("{name}")
    @ForOperator
    public Response get(@PathParam("name") String name) {
        return answers.show(gateways.get(name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response change(@PathParam("name") String name, Input in, @Context HttpHeaders headers) {
        return answers.change(visit.actor(), gateways.get(name), in, headers);
    }

    @POST
    @Path("{name}/check")
    @ForOperator
    public CheckResult check(@PathParam("name") String name) {
        return answers.check(gateways.get(name));
    }

    @POST
    @Path("{name}/hookAddress")
    @ForOperator
    public Response renewHookAddress(@PathParam("name") String name) {
        return answers.renewHookAddress(visit.actor(), gateways.get(name));
    }
}
