package org.bookbell.demo;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.transaction.UseCase;

/** Agendas twice a day, of which one falls due soon. */
@UseCase
public class SampleAgenda {

    private static final int SOON_MINUTES = 1;

    private final Agendas agendas;
    private final Organizations organizations;
    private final Clock clock;

    @Inject
    SampleAgenda(Agendas agendas, Organizations organizations, Clock clock) {
        this.agendas = agendas;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Has an agenda sent at the next full minute, whatever the hour; it is the evening's from noon on. */
    AgendaSettings wantSoon(SampleOrganization sample) {
        var zone = organizations.get(sample.id()).zone();
        var soon = clock.instant()
                .atZone(zone)
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(SOON_MINUTES);
        boolean isEvening = !soon.isBefore(LocalTime.NOON);
        var seen = agendas.get(sample.id()).version();
        var wish = new AgendaSettings(
                Optional.of(isEvening ? soon : AgendaSettings.USUAL_EVENING),
                Optional.of(isEvening ? AgendaSettings.USUAL_MORNING : soon),
                AgendaSettings.USUAL_DAYS,
                true,
                List.of(),
                seen);
        return agendas.change(Actor.system(), sample.id(), wish);
    }
}
