package org.bookbell.web.agenda;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.MailAddresses;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** When an organization wants agendas, as a form. */
@Endpoint
@Path("/o/{org}/setup/agenda")
@Produces(MediaType.TEXT_HTML)
public class AgendaPage {

    private static final String YES = "yes";

    private final Agendas agendas;
    private final Visit visit;

    @Inject
    AgendaPage(Agendas agendas, Visit visit) {
        this.agendas = agendas;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Page show() {
        var settings = agendas.get(visit.organizationId());
        return page(Filled.with(Map.of(
                "evening",
                shown(settings.evening()),
                "morning",
                shown(settings.morning()),
                "daysAhead",
                Integer.toString(settings.daysAhead()),
                "toStaff",
                settings.toStaff() ? YES : "",
                "addresses",
                String.join(", ", settings.addresses()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response change(Input in) {
        try {
            var evening = in.find("evening", Kind.TIME);
            var morning = in.find("morning", Kind.TIME);
            var days = in.get("daysAhead", Kind.number(1, AgendaSettings.MOST_DAYS));
            var toStaff = in.find("toStaff", text(0, 3)).filter(YES::equals).isPresent();
            var addresses = MailAddresses.read(in, "addresses");
            in.orThrow();
            var seen = agendas.get(visit.organizationId()).version();
            agendas.change(
                    visit.actor(),
                    visit.organizationId(),
                    new AgendaSettings(evening, morning, days, toStaff, addresses, seen));
            return Redirect.to("/o/" + visit.organization().slug() + "/setup");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal)))
                    .build();
        }
    }

    private static String shown(Optional<LocalTime> time) {
        return time.map(LocalTime::toString).orElse("");
    }

    private Page page(Filled form) {
        var path = "/o/" + visit.organization().slug() + "/setup";
        return Page.of("agenda/agenda", "Agenda", new AgendaView(path, form));
    }

    /** The form. */
    record AgendaView(String path, Filled form) {}
}
