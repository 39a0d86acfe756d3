package org.bookbell.web.setup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bookbell.access.member.AddedMember;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.PublicUrl;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;

/** The one form that sets up a real organization. */
@Endpoint
@Path("/operator/organizations/new")
@Produces(MediaType.TEXT_HTML)
public class SetupPages {

    private static final Map<String, String> SUGGESTED = Map.of(
            "zone", "Europe/Berlin",
            "locale", "en-GB",
            "country", "DE",
            "from", "09:00",
            "to", "17:00",
            "durationMinutes", "50",
            "gapMinutes", "10",
            "hoursBefore", "24");

    private static final List<String> WORKDAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

    private final SettingUp settingUp;
    private final Visit visit;
    private final PublicUrl publicUrl;

    @Inject
    SetupPages(SettingUp settingUp, Visit visit, PublicUrl publicUrl) {
        this.settingUp = settingUp;
        this.visit = visit;
        this.publicUrl = publicUrl;
    }

    @GET
    @ForOperator
    public Page show() {
        return form(Filled.with(SUGGESTED).ticking("weekday", WORKDAYS).ticking("channel", List.of("SMS", "EMAIL")));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response setUp(Input in) {
        try {
            var plan = SetupInput.read(in);
            in.orThrow();
            return Response.ok(done(settingUp.setUp(visit.actor(), plan))).build();
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(form(Filled.refused(in, refusal)))
                    .build();
        }
    }

    private static Page form(Filled form) {
        return Page.of("setup/form", "Set up an organization", new FormView(zones(), form));
    }

    /** The zones that are places, so that nobody books by an abbreviation. */
    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> PLACE.matcher(id).matches() || id.equals("UTC"))
                .sorted()
                .toList();
    }

    private Page done(SettingUp.Done done) {
        var organization = done.organization();
        return Page.of(
                "setup/done",
                organization.name(),
                new DoneView(
                        organization.name(),
                        publicUrl.of("/b/" + organization.slug()),
                        "/o/" + organization.slug() + "/setup",
                        "/o/" + organization.slug() + "/today",
                        done.owner().map(owner -> owner.member().email()).orElse(""),
                        done.owner().flatMap(AddedMember::firstPassword).orElse("")));
    }

    /** The form and the zones to choose from. */
    record FormView(List<String> zones, Filled form) {}

    /** What was made and where to go on. */
    record DoneView(
            String name,
            String bookingAddress,
            String setupPath,
            String todayPath,
            String ownerEmail,
            String ownerPassword) {}
}
