package org.bookbell.web.guard;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.dispatch.guard.held.HeldDecision;
import org.bookbell.dispatch.guard.held.HeldGroup;
import org.bookbell.dispatch.guard.held.HeldMessages;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Messages that limits hold, and what becomes of them. */
@Endpoint
@Path("/api/v1/operator/held")
@Produces(MediaType.APPLICATION_JSON)
public class HeldResource {

    private final HeldMessages held;
    private final HeldDecision decision;
    private final Visit visit;

    @Inject
    HeldResource(HeldMessages held, HeldDecision decision, Visit visit) {
        this.held = held;
        this.decision = decision;
        this.visit = visit;
    }

    /** What one guard holds of one organization and channel. */
    record GroupJson(
            String organization,
            String name,
            Guard guard,
            String reason,
            Channel channel,
            long messages,
            String since,
            String firstUsefulUntil) {

        static GroupJson of(HeldGroup group) {
            return new GroupJson(
                    group.slug(),
                    group.organization(),
                    group.guard(),
                    group.guard().words(),
                    group.channel(),
                    group.messages(),
                    Times.text(group.since(), ZoneOffset.UTC),
                    Times.text(group.firstUsefulUntil(), ZoneOffset.UTC));
        }
    }

    /** How many messages were moved. */
    record Moved(int messages) {}

    @GET
    @ForOperator
    public Listing<GroupJson> list() {
        return Listing.all(held.list().stream().map(GroupJson::of).toList());
    }

    /** Sends all that is held of an organization, or by one guard. */
    @POST
    @Path("{org}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Moved release(Input in) {
        var guard = guard(in);
        return new Moved(decision.release(visit.actor(), visit.organizationId(), guard));
    }

    /** Ends it instead: on the organization's call list. */
    @POST
    @Path("{org}/drop")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Moved drop(Input in) {
        var guard = guard(in);
        return new Moved(decision.drop(visit.actor(), visit.organizationId(), guard));
    }

    private static Optional<Guard> guard(Input in) {
        var guard = in.find("guard", Kind.choice(Guard.class));
        in.orThrow();
        return guard;
    }
}
