package org.bookbell.web.organization;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Permission;
import org.bookbell.organization.LateBooking;
import org.bookbell.organization.OrganizationChange;
import org.bookbell.organization.OrganizationSettings;
import org.bookbell.organization.Organizations;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.SignedIn;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Organizations: founded by an operator, changed by their owners. */
@Endpoint
@Path("/api/v1/organizations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {

    private final Organizations organizations;
    private final Foundation foundation;
    private final OrganizationSettings settings;
    private final Visit visit;
    private final Creation creation;

    @Inject
    OrganizationsResource(
            Organizations organizations,
            Foundation foundation,
            OrganizationSettings settings,
            Visit visit,
            Creation creation) {
        this.organizations = organizations;
        this.foundation = foundation;
        this.settings = settings;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @SignedIn
    public Listing<OrganizationView> list() {
        return Listing.all(organizations.list().stream()
                .filter(each -> visit.caller().may(Permission.READ, each.id()))
                .map(OrganizationView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response found(Input in) {
        var founded = NewOrganizationInput.read(in);
        in.orThrow();
        return creation.answer(() -> OrganizationView.of(foundation.found(visit.actor(), founded)));
    }

    @GET
    @Path("{org}")
    @Requires(Permission.READ)
    public Response get() {
        var organization = visit.organization();
        return Versions.answer(OrganizationView.of(organization), organization.version());
    }

    @PATCH
    @Path("{org}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response change(Input in, @Context HttpHeaders headers) {
        var current = visit.organization();
        var change = new OrganizationChange(
                in.change("name", text(1, 120)),
                in.change("zone", Kind.ZONE_ID),
                in.change("locale", Kind.LANGUAGE),
                in.change("country", text(2, 2)),
                in.change("phone", Kind.phone(current.country())),
                in.change("email", Kind.EMAIL),
                in.change("smsSender", text(1, 16)),
                in.find("quietFromMinute", Kind.MINUTE_OF_DAY).orElse(null),
                in.find("quietToMinute", Kind.MINUTE_OF_DAY).orElse(null),
                in.find("lateBooking", Kind.choice(LateBooking.class)).orElse(null),
                in.change("consentText", text(1, 500)));
        in.orThrow();
        var version = Versions.seen(headers, current.version());
        var changed = settings.change(visit.actor(), visit.organizationId(), version, change);
        return Versions.answer(OrganizationView.of(changed), changed.version());
    }
}
