package org.bookbell.web.calendar;

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
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.setup.StaffDetails;
import org.bookbell.calendar.setup.StaffSetup;
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

/** Whoever is booked. */
@Endpoint
@Path("/api/v1/organizations/{org}/staff")
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {

    private final StaffList staffList;
    private final StaffSetup setup;
    private final Visit visit;
    private final Creation creation;

    @Inject
    StaffResource(StaffList staffList, StaffSetup setup, Visit visit, Creation creation) {
        this.staffList = staffList;
        this.setup = setup;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.READ)
    public Listing<StaffView> list() {
        return Listing.all(staffList.list(visit.organizationId()).stream()
                .map(StaffView::of)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response add(Input in) {
        var details = read(in);
        return creation.answer(() -> StaffView.of(setup.add(visit.actor(), visit.organizationId(), details)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(staffList.get(visit.organizationId(), id.value()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.MANAGE)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var details = read(in);
        var current = staffList.get(visit.organizationId(), id.value());
        var version = Versions.seen(headers, current.version());
        return answer(setup.change(visit.actor(), visit.organizationId(), id.value(), version, details));
    }

    /** Takes out of service; appointments that stand stay. */
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

    private StaffDetails read(Input in) {
        var details = new StaffDetails(
                in.get("name", text(1, 120)),
                in.find("email", Kind.EMAIL).orElse(null),
                in.find("mobile", Kind.phone(visit.organization().country())).orElse(null),
                in.find("zone", Kind.ZONE_ID).orElse(null),
                in.find("locale", Kind.LANGUAGE).orElse(null),
                in.get("position", Kind.number(0, 9999), 0));
        in.orThrow();
        return details;
    }

    private static Response answer(Staff staff) {
        return Versions.answer(StaffView.of(staff), staff.version());
    }

    /** A staff member as the API shows one. */
    record StaffView(
            String id,
            String name,
            Optional<String> email,
            Optional<String> mobile,
            String zone,
            String locale,
            int position,
            boolean active) {

        static StaffView of(Staff staff) {
            return new StaffView(
                    Ids.text(staff.id()),
                    staff.name(),
                    staff.email(),
                    staff.mobile(),
                    staff.zone().getId(),
                    staff.locale().toLanguageTag(),
                    staff.position(),
                    staff.isActive());
        }
    }
}
