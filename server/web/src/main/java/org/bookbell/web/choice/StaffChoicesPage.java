package org.bookbell.web.choice;

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
import org.bookbell.access.Permission;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** What a staff member wants to be sent, for themselves and for whoever manages all calendars. */
@Endpoint
@Path("/o/{org}/staff/{id}/choices")
@Produces(MediaType.TEXT_HTML)
public class StaffChoicesPage {

    private final StaffList staffList;
    private final ChoicesShown shown;
    private final Wishes wishes;
    private final Visit visit;

    @Inject
    StaffChoicesPage(StaffList staffList, ChoicesShown shown, Wishes wishes, Visit visit) {
        this.staffList = staffList;
        this.shown = shown;
        this.wishes = wishes;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Page show(@PathParam("id") PathId id, @QueryParam("now") @DefaultValue("") String now) {
        return page(staff(id), now.equals("saved") ? "Saved. Messages that wait are planned by it." : "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response keep(@PathParam("id") PathId id, Input in) {
        var staff = staff(id);
        try {
            var chosen = ChoicesInput.readForm(in);
            in.orThrow();
            wishes.keepOfStaff(visit.actor(), visit.organizationId(), staff.id(), chosen);
            return Redirect.to(path(staff) + "?now=saved");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(staff, "", refusal.detail()))
                    .build();
        }
    }

    private Staff staff(PathId id) {
        visit.requireCalendar(id.value());
        return staffList.get(visit.organizationId(), id.value());
    }

    private Page page(Staff staff, String notice, String refusal) {
        var title = "Messages to " + staff.name();
        var view = new ChoicesView(
                title,
                "/o/" + visit.organization().slug() + "/blocks",
                "Block a time",
                "",
                shown.of(staff, path(staff)),
                notice,
                refusal);
        return Page.of("choice/choices", title, view);
    }

    private String path(Staff staff) {
        return "/o/" + visit.organization().slug() + "/staff/" + Ids.text(staff.id()) + "/choices";
    }
}
