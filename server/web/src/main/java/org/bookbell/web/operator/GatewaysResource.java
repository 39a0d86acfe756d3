package org.bookbell.web.operator;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.plugin.GatewayView;
import org.bookbell.plugin.Gateways;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;

/** The accounts that messages go out through; their secrets are taken but never shown. */
@Endpoint
@Path("/api/v1/operator/gateways")
@Produces(MediaType.APPLICATION_JSON)
public class GatewaysResource {

    private final Gateways gateways;
    private final OpenGateways open;
    private final Visit visit;
    private final Creation creation;

    @Inject
    GatewaysResource(Gateways gateways, OpenGateways open, Visit visit, Creation creation) {
        this.gateways = gateways;
        this.open = open;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @ForOperator
    public Listing<GatewayJson> list() {
        return Listing.all(gateways.list().stream().map(GatewayJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response add(Input in) {
        var added = GatewayInput.read(in);
        in.orThrow();
        return creation.answer(() -> GatewayJson.of(gateways.add(visit.actor(), 0, added)));
    }

    @GET
    @Path("{name}")
    @ForOperator
    public Response get(@PathParam("name") String name) {
        return answer(gateways.get(name));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response change(@PathParam("name") String name, Input in, @Context HttpHeaders headers) {
        var current = gateways.get(name);
        var change = GatewayInput.readChange(in, Versions.seen(headers, current.version()), current);
        in.orThrow();
        return answer(gateways.change(visit.actor(), name, change));
    }

    /** Asks the provider whether it would accept messages now. */
    @POST
    @Path("{name}/check")
    @ForOperator
    public CheckResult check(@PathParam("name") String name) {
        return open.check(gateways.get(name).name());
    }

    private static Response answer(GatewayView gateway) {
        return Versions.answer(GatewayJson.of(gateway), gateway.version());
    }

    /** A gateway as the API shows it; its id is its name. */
    record GatewayJson(
            String id,
            PluginKind kind,
            String provider,
            Optional<String> sender,
            Map<String, String> settings,
            List<String> secrets,
            boolean enabled,
            int position,
            Optional<String> fault) {

        static GatewayJson of(GatewayView gateway) {
            return new GatewayJson(
                    gateway.name(),
                    gateway.kind(),
                    gateway.provider(),
                    gateway.sender(),
                    gateway.settings(),
                    gateway.secrets(),
                    gateway.enabled(),
                    gateway.position(),
                    gateway.fault());
        }
    }
}
