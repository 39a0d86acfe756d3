package org.bookbell.web.organization;

import static org.bookbell.web.input.Kind.text;

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
import org.bookbell.organization.Location;
import org.bookbell.organization.LocationDetails;
import org.bookbell.organization.LocationSetup;
import org.bookbell.organization.Locations;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** Where an organization's services happen. */
@Endpoint
@Path("/api/v1/organizations/{org}/locations")
@Produces(MediaType.APPLICATION_JSON)
public class LocationsResource {

    private final Locations locations;
    private final LocationSetup setup;
    private final Visit visit;
    private final Creation creation;

    @Inject
    LocationsResource(Locations locations, LocationSetup setup, Visit visit, Creation creation) {
        this.locations = locations;
        this.setup = setup;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.READ)
    public Listing<LocationView> list() {
        return Listing.all(locations.list(visit.organizationId()).stream()
                .map(LocationView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response add(Input in) {
        var details = read(in);
        return creation.answer(() -> LocationView.of(setup.add(visit.actor(), visit.organizationId(), details)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(locations.get(visit.organizationId(), id.value()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var details = read(in);
        var current = locations.get(visit.organizationId(), id.value());
        var version = Versions.seen(headers, current.version());
        return answer(setup.change(visit.actor(), visit.organizationId(), id.value(), version, details));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.MANAGE)
    public void close(@PathParam("id") PathId id) {
        setup.close(visit.actor(), visit.organizationId(), id.value());
    }

    private static LocationDetails read(Input in) {
        var details = new LocationDetails(
                in.get("name", text(1, 120)),
                in.find("address", text(1, 300)).orElse(null),
                in.get("atClient", Kind.FLAG, false));
        in.orThrow();
        return details;
    }

    private static Response answer(Location location) {
        return Versions.answer(LocationView.of(location), location.version());
    }

    /** A location as the API shows it. */
    record LocationView(String id, String name, Optional<String> address, boolean atClient, boolean active) {

        static LocationView of(Location location) {
            return new LocationView(
                    Ids.text(location.id()),
                    location.name(),
                    location.address(),
                    location.isAtClient(),
                    location.isActive());
        }
    }
}
