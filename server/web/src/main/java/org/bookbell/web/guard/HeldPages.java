package org.bookbell.web.guard;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.dispatch.guard.held.HeldDecision;
import org.bookbell.dispatch.guard.held.HeldGroup;
import org.bookbell.dispatch.guard.held.HeldMessages;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.page.Words;

/** Held messages as a page, with a press that sends them and one that does not. */
@Endpoint
@Path("/operator/held")
@Produces(MediaType.TEXT_HTML)
public class HeldPages {

    private final HeldMessages held;
    private final HeldDecision decision;
    private final Organizations organizations;
    private final Visit visit;

    @Inject
    HeldPages(HeldMessages held, HeldDecision decision, Organizations organizations, Visit visit) {
        this.held = held;
        this.decision = decision;
        this.organizations = organizations;
        this.visit = visit;
    }

    /** What the page shows. */
    public record View(String notice, List<Line> groups, List<Choice> organizations) {}

    /** What one guard holds; times are UTC. */
    public record Line(
            String organization,
            String path,
            String limitsPath,
            String ledgerPath,
            Guard guard,
            String reason,
            String channel,
            long messages,
            String since,
            String until) {

        static Line of(HeldGroup group) {
            return new Line(
                    group.organization(),
                    "/operator/held/" + group.slug(),
                    HeldPages.limitsPath(group.slug()),
                    "/o/" + group.slug() + "/messages?state=HELD",
                    group.guard(),
                    group.guard().words(),
                    group.channel() == Channel.SMS ? "SMS" : "e-mail",
                    group.messages(),
                    Words.exactMoment(group.since(), ZoneOffset.UTC),
                    Words.exactMoment(group.firstUsefulUntil(), ZoneOffset.UTC));
        }
    }

    /** An organization whose limits may be decided. */
    public record Choice(String path, String name) {}

    @GET
    @ForOperator
    public Page show(@QueryParam("now") @DefaultValue("") String now) {
        var notice = switch (now) {
            case "released" -> "Released: they go out now.";
            case "dropped" -> "Dropped: they are on the organization's call list.";
            default -> "";
        };
        var choices = organizations.list().stream()
                .map(each -> new Choice(limitsPath(each.slug()), each.name()))
                .toList();
        return Page.of(
                "guard/held",
                "Held messages",
                new View(notice, held.list().stream().map(Line::of).toList(), choices));
    }

    @POST
    @Path("{org}/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response decide(@PathParam("act") String act, Input in) {
        var guard = in.find("guard", Kind.choice(Guard.class));
        in.orThrow();
        return Redirect.to("/operator/held?now=" + perform(act, guard));
    }

    private String perform(String act, Optional<Guard> guard) {
        switch (act) {
            case "release" -> decision.release(visit.actor(), visit.organizationId(), guard);
            case "drop" -> decision.drop(visit.actor(), visit.organizationId(), guard);
            default -> throw ProblemException.notFound("action");
        }
        return act.equals("release") ? "released" : "dropped";
    }

    private static String limitsPath(String slug) {
        return "/operator/organizations/" + slug + "/limits";
    }
}
