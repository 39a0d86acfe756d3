package org.bookbell.web.agenda;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** When an organization wants agendas, and who gets them. */
@Endpoint
@Path("/api/v1/organizations/{org}/agenda")
@Produces(MediaType.APPLICATION_JSON)
public class AgendaResource {

    private final Agendas agendas;
    private final Visit visit;

    @Inject
    AgendaResource(Agendas agendas, Visit visit) {
        this.agendas = agendas;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Response get() {
        return answer(agendas.get(visit.organizationId()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.ADMINISTER)
    public Response change(Input in, @Context HttpHeaders headers) {
        var evening = in.find("evening", Kind.TIME);
        var morning = in.find("morning", Kind.TIME);
        var days = in.get("daysAhead", Kind.number(1, AgendaSettings.MOST_DAYS), AgendaSettings.USUAL_DAYS);
        var toStaff = in.get("toStaff", Kind.FLAG, true);
        var addresses = in.list("addresses", AgendaSettings.MOST_ADDRESSES, Kind.EMAIL);
        in.orThrow();
        var seen = Versions.seen(headers, agendas.get(visit.organizationId()).version());
        var wish = new AgendaSettings(evening, morning, days, toStaff, addresses, seen);
        return answer(agendas.change(visit.actor(), visit.organizationId(), wish));
    }

    private static Response answer(AgendaSettings settings) {
        var view = new SettingsView(
                settings.evening().map(LocalTime::toString),
                settings.morning().map(LocalTime::toString),
                settings.daysAhead(),
                settings.toStaff(),
                settings.addresses());
        return Versions.answer(view, settings.version());
    }

    /**
     * The settings as the API shows them.
     *
     * @param evening absent where none is wanted
     * @param morning absent where none is wanted
     */
    record SettingsView(
            Optional<String> evening,
            Optional<String> morning,
            int daysAhead,
            boolean toStaff,
            List<String> addresses) {}
}
