package org.bookbell.web.route;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.bookbell.access.Permission;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.routing.FallBack;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Whether the server's gateways are used where an organization's own cannot be, for each channel. */
@Endpoint
@Path("/api/v1/organizations/{org}/fallBack")
@Produces(MediaType.APPLICATION_JSON)
public class FallBackResource {

    private final FallBack fallBack;
    private final Visit visit;

    @Inject
    FallBackResource(FallBack fallBack, Visit visit) {
        this.fallBack = fallBack;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Choice get() {
        return json(fallBack.listOwnOnly(visit.organizationId()));
    }

    /** A channel that is left out falls back. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Choice decide(Input in) {
        var ownOnly = EnumSet.noneOf(Channel.class);
        for (var channel : Channel.values()) {
            if (!in.get(name(channel), Kind.FLAG, true)) {
                ownOnly.add(channel);
            }
        }
        in.orThrow();
        return json(fallBack.useOwnOnly(visit.actor(), visit.organizationId(), ownOnly));
    }

    private static Choice json(Set<Channel> ownOnly) {
        return new Choice(!ownOnly.contains(Channel.SMS), !ownOnly.contains(Channel.EMAIL));
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server's gateways are used too. */
    record Choice(boolean sms, boolean email) {}
}
