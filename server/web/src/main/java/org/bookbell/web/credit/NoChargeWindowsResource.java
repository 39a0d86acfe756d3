package org.bookbell.web.credit;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bookbell.credit.window.NewWindow;
import org.bookbell.credit.window.NoChargeWindow;
import org.bookbell.credit.window.WindowSetup;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** Times in which text messages cost nothing. */
@Endpoint
@Path("/api/v1/operator/noChargeWindows")
@Produces(MediaType.APPLICATION_JSON)
public class NoChargeWindowsResource {

    private final WindowSetup windows;
    private final Organizations organizations;
    private final Gateways gateways;
    private final Visit visit;
    private final Creation creation;
    private final Clock clock;

    @Inject
    NoChargeWindowsResource(
            WindowSetup windows,
            Organizations organizations,
            Gateways gateways,
            Visit visit,
            Creation creation,
            Clock clock) {
        this.windows = windows;
        this.organizations = organizations;
        this.gateways = gateways;
        this.visit = visit;
        this.creation = creation;
        this.clock = clock;
    }

    /** The last to begin first, those that fail-over opened among them. */
    @GET
    @ForOperator
    public Listing<WindowView> list() {
        return Listing.all(windows.list().stream().map(WindowView::of).toList());
    }

    /** Opens a window, from any time on; what was charged inside is refunded within seconds. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public Response add(Input in) {
        var slug = in.find("organization", text(1, 60));
        var organization = slug.flatMap(organizations::findBySlug).map(Organization::id);
        in.check(slug.isEmpty() == organization.isEmpty(), "organization", "There is no organization with this slug.");
        var gateway = in.find("gateway", text(2, 101));
        in.check(gateway.filter(this::isUnknown).isEmpty(), "gateway", "There is no gateway with this name.");
        var from = in.get("from", Kind.INSTANT);
        var until = in.find("until", Kind.INSTANT);
        var reason = in.get("reason", text(1, 200));
        in.orThrow();
        var added = new NewWindow(organization.orElse(0L), gateway, from, until, reason);
        return creation.answer(() -> WindowView.of(windows.add(visit.actor(), added)));
    }

    /** Ends a window now or {@code at} another time; what was free inside it stays free. */
    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForOperator
    public WindowView end(@PathParam("id") PathId id, Input in) {
        var at = in.get("at", Kind.INSTANT, clock.instant());
        in.orThrow();
        return WindowView.of(windows.end(visit.actor(), id.value(), at));
    }

    private boolean isUnknown(String gateway) {
        return gateways.list().stream().map(GatewayView::name).noneMatch(gateway::equals);
    }

    /** A window as the API shows it; without an organization or a gateway it covers all of them. */
    record WindowView(
            String id,
            Optional<String> organization,
            Optional<String> gateway,
            String from,
            Optional<String> until,
            String reason,
            boolean automatic) {

        static WindowView of(NoChargeWindow window) {
            return new WindowView(
                    Ids.text(window.id()),
                    window.organizationId() == 0 ? Optional.empty() : Optional.of(Ids.text(window.organizationId())),
                    window.gateway(),
                    Times.text(window.startsAt(), ZoneOffset.UTC),
                    window.endsAt().map(end -> Times.text(end, ZoneOffset.UTC)),
                    window.reason(),
                    window.automatic());
        }
    }
}
