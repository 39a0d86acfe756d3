package org.bookbell.web.calendar;

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
import org.bookbell.access.Permission;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.setup.ServiceSetup;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** What is booked. */
@Endpoint
@Path("/api/v1/organizations/{org}/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {

    private final Services services;
    private final ServiceSetup setup;
    private final Visit visit;
    private final Creation creation;

    @Inject
    ServicesResource(Services services, ServiceSetup setup, Visit visit, Creation creation) {
        this.services = services;
        this.setup = setup;
        this.visit = visit;
        this.creation = creation;
    }

    /** All of them for members; the world sees what it may book. */
    @GET
    @Everybody
    public Listing<ServiceView> list() {
        return Listing.all(services.list(visit.organizationId()).stream()
                .filter(each -> visit.may(Permission.READ) || (each.isActive() && each.isOfferedOnline()))
                .map(ServiceView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response add(Input in) {
        var details = ServiceInput.read(in);
        in.orThrow();
        return creation.answer(() -> ServiceView.of(setup.add(visit.actor(), visit.organizationId(), details)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(services.get(visit.organizationId(), id.value()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var details = ServiceInput.read(in);
        in.orThrow();
        var current = services.get(visit.organizationId(), id.value());
        var version = Versions.seen(headers, current.version());
        return answer(setup.change(visit.actor(), visit.organizationId(), id.value(), version, details));
    }

    /** Offers it no more; appointments that stand stay. */
    @DELETE
    @Path("{id}")
    @Requires(Permission.MANAGE)
    public void deactivate(@PathParam("id") PathId id) {
        setup.deactivate(visit.actor(), visit.organizationId(), id.value());
    }

    @POST
    @Path("{id}/activate")
    @Requires(Permission.MANAGE)
    public Response activate(@PathParam("id") PathId id) {
        setup.activate(visit.actor(), visit.organizationId(), id.value());
        return get(id);
    }

    private static Response answer(Service service) {
        return Versions.answer(ServiceView.of(service), service.version());
    }
}
