package org.bookbell.web.message;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.message.planning.ReminderRules;
import org.bookbell.message.planning.RulePreview;
import org.bookbell.message.planning.rule.ReminderRule;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** When reminders go out; {@code preview} says what a change would move. */
@Endpoint
@Path("/api/v1/organizations/{org}/reminderRules")
@Produces(MediaType.APPLICATION_JSON)
public class ReminderRulesResource {

    private final ReminderRules rules;
    private final Visit visit;
    private final Creation creation;

    @Inject
    ReminderRulesResource(ReminderRules rules, Visit visit, Creation creation) {
        this.rules = rules;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.READ)
    public Listing<RuleView> list() {
        return Listing.all(
                rules.list(visit.organizationId()).stream().map(RuleView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response add(Input in) {
        var draft = RuleInput.read(in);
        in.orThrow();
        return creation.answer(() -> RuleView.of(rules.add(visit.actor(), visit.organizationId(), draft)));
    }

    /** Like a change of {@code rule}, its removal, or an addition without one, but nothing is written. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public RulePreview preview(Input in) {
        var change = RuleInput.readChange(in);
        in.orThrow();
        return rules.preview(visit.organizationId(), change);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(rules.get(visit.organizationId(), id.value()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var draft = RuleInput.read(in);
        in.orThrow();
        return answer(rules.change(visit.actor(), visit.organizationId(), id.value(), draft, Versions.seen(headers)));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.MANAGE)
    public void remove(@PathParam("id") PathId id) {
        rules.remove(visit.actor(), visit.organizationId(), id.value());
    }

    private static Response answer(ReminderRule rule) {
        return Versions.answer(RuleView.of(rule), rule.version());
    }

    /** A rule as the API shows it. */
    record RuleView(
            String id,
            Optional<String> service,
            String audience,
            String channel,
            String unit,
            int amount,
            Optional<String> time,
            boolean active) {

        static RuleView of(ReminderRule rule) {
            return new RuleView(
                    Ids.text(rule.id()),
                    rule.serviceId().map(Ids::text),
                    rule.audience().name(),
                    rule.channel().name(),
                    rule.leadUnit().name(),
                    rule.leadAmount(),
                    rule.leadTime().map(Object::toString),
                    rule.isActive());
        }
    }
}
