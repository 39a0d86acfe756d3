package org.bookbell.export.agenda.pack;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.export.ExportedAppointments;
import org.bookbell.export.agenda.AgendaText;
import org.bookbell.export.agenda.Period;
import org.bookbell.export.agenda.Whose;
import org.bookbell.spi.export.Export;

/** Reads the appointments of some days once and makes all that shows them; called outside any transaction. */
@Dependent
public class Packing {

    private static final Set<String> TAKES_PLACE = Set.of("REQUESTED", "BOOKED", "CONFIRMED");

    private final ExportedAppointments exported;
    private final Papers papers;

    @Inject
    public Packing(ExportedAppointments exported, Papers papers) {
        this.exported = exported;
        this.papers = papers;
    }

    public Pack pack(Whose whose, Period period, Instant asOf) {
        var wanted = AppointmentFilter.between(period.from(), period.to()).of(whose.staff(), Optional.empty());
        var appointments = exported.all(whose.organizationId(), wanted)
                .filter(each -> TAKES_PLACE.contains(each.status()))
                .toList();
        var export = new Export(
                whose.organization(), whose.title(), period.zone(), whose.locale(), period.from(), period.to(), asOf);
        var files = papers.make("agenda-" + period.firstDay(), export, appointments);
        var text = new AgendaText(
                whose.locale(), whose.title(), period, whose.staff().isEmpty());
        return new Pack(
                text.subject(),
                text.write(appointments, files, asOf),
                files.files(),
                files.missing().isEmpty());
    }
}
