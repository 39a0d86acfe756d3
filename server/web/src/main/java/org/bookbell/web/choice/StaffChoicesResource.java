package org.bookbell.web.choice;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Permission;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.ContactKind;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** What a staff member chose about the own messages: their own business, and that of whoever manages all calendars. */
@Endpoint
@Path("/api/v1/organizations/{org}/staff/{id}/choices")
@Produces(MediaType.APPLICATION_JSON)
public class StaffChoicesResource {

    private final StaffList staffList;
    private final ContactChoices choices;
    private final Visit visit;

    @Inject
    StaffChoicesResource(StaffList staffList, ContactChoices choices, Visit visit) {
        this.staffList = staffList;
        this.choices = choices;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Response get(@PathParam("id") PathId id) {
        visit.requireCalendar(id.value());
        return ChoicesJson.answer(chosen(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OWN_CALENDAR)
    public Response replace(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        visit.requireCalendar(id.value());
        var wishes = ChoicesInput.read(in);
        in.orThrow();
        var version = Versions.seen(headers, chosen(id).version());
        choices.choose(
                visit.actor(), visit.organizationId(), ContactKind.STAFF, id.value(), new OwnChoices(version, wishes));
        return get(id);
    }

    private OwnChoices chosen(PathId id) {
        var staff = staffList.get(visit.organizationId(), id.value());
        return choices.get(visit.organizationId(), ContactKind.STAFF, staff.id());
    }
}
