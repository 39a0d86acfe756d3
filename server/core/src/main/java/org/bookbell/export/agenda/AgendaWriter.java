package org.bookbell.export.agenda;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.export.agenda.pack.Packing;
import org.bookbell.message.AgendaLetter;
import org.bookbell.message.AgendaLetters;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;

/** Writes an agenda when it is sent: its text and its files show the same appointments, as they are at that moment. */
@Dependent
public class AgendaWriter implements AgendaLetters {

    private static final String AGENDA = "SELECT a.organization_id, a.recipient_kind, a.recipient_id, a.zone,"
            + " a.local_day, a.at_minute, a.days_ahead, o.name, o.email, m.facts FROM agenda a"
            + " JOIN message m ON m.id = a.message_id JOIN organization o ON o.id = a.organization_id"
            + " WHERE a.message_id = ? AND a.organization_id = ?";

    private final JobsDatabase database;
    private final Packing packing;
    private final Clock clock;

    @Inject
    public AgendaWriter(JobsDatabase database, Packing packing, Clock clock) {
        this.database = database;
        this.packing = packing;
        this.clock = clock;
    }

    private record Planned(Whose whose, Period period, Optional<String> replyTo) {

        static Planned read(Row row) throws SQLException {
            var isEvening = AgendaSettings.isEvening(Agendas.time(row.getLong("at_minute")));
            var day = LocalDate.parse(row.getText("local_day")).plusDays(isEvening ? 1 : 0);
            return new Planned(
                    whose(row),
                    new Period(day, row.getInt("days_ahead"), ZoneId.of(row.getText("zone"))),
                    row.findText("email"));
        }

        private static Whose whose(Row row) throws SQLException {
            var reader = MessageFacts.parse(row.getText("facts")).to();
            var organization = row.getText("name");
            var isStaff = row.getText("recipient_kind").equals(Audience.STAFF.name());
            return new Whose(
                    row.getLong("organization_id"),
                    organization,
                    isStaff ? reader.name() : organization,
                    isStaff ? Optional.of(row.getLong("recipient_id")) : Optional.empty(),
                    reader.locale());
        }
    }

    @Override
    public AgendaLetter write(long organizationId, long messageId) {
        var planned = database.withoutTransaction(sql -> sql.find(AGENDA, Planned::read, messageId, organizationId))
                .orElseThrow(() -> new IllegalStateException("agenda that nobody planned"));
        var pack = packing.pack(planned.whose(), planned.period(), clock.instant());
        return new AgendaLetter(
                planned.whose().organization(), planned.replyTo(), pack.subject(), pack.text(), pack.files());
    }
}
