package org.bookbell.web.calendar;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.List;
import org.bookbell.access.Permission;
import org.bookbell.calendar.offer.Availability;
import org.bookbell.calendar.offer.SlotQuery;
import org.bookbell.calendar.offer.Why;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Kind;

/** What can be booked now, and why a time can or cannot. */
@Endpoint
@Path("/api/v1/organizations/{org}/slots")
@Produces(MediaType.APPLICATION_JSON)
public class SlotsResource {

    private final Availability availability;
    private final Why why;
    private final Visit visit;

    @Inject
    SlotsResource(Availability availability, Why why, Visit visit) {
        this.availability = availability;
        this.why = why;
        this.visit = visit;
    }

    /** The bytes stay with the offer, so that a month asked for again costs no writing. */
    @GET
    @Everybody
    public byte[] list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var service = in.get("service", Kind.ID);
        var staff = in.find("staff", Kind.ID);
        var from = in.get("from", Kind.DATE);
        var to = in.get("to", Kind.DATE);
        var zone = in.find("zone", Kind.ZONE);
        in.orThrow();
        var offer = availability.find(new SlotQuery(visit.organizationId(), service, staff, from, to, zone));
        if (!offer.isOnline() && !visit.may(Permission.READ)) {
            throw ProblemException.notFound("service");
        }
        return offer.rendering(SlotsJson.class, made -> SlotsJson.of(made, zone.orElse(made.zone())))
                .bytes();
    }

    @GET
    @Path("why")
    @Requires(Permission.READ)
    public WhyView explain(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var service = in.get("service", Kind.ID);
        var staff = in.get("staff", Kind.ID);
        var start = in.get("start", Kind.INSTANT);
        in.orThrow();
        var reasons = why.explain(visit.organizationId(), service, staff, start);
        var zone = zone();
        return new WhyView(
                reasons.isEmpty(),
                reasons.stream()
                        .map(reason -> new ReasonView(reason.code(), reason.inWords(zone)))
                        .toList());
    }

    private ZoneId zone() {
        return visit.organization().zone();
    }

    /** Whether a time is offered, and everything that speaks against it. */
    record WhyView(boolean offered, List<ReasonView> reasons) {}

    /** One reason. */
    record ReasonView(String code, String detail) {}
}
