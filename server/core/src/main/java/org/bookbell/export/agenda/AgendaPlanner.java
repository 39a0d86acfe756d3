package org.bookbell.export.agenda;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.message.AgendaRounds;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.PlannedAgendas;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/**
 * Plans the agendas that are due. Whoever plans for an organization first moves the time of the next look, by which others
 * wait for it; the unique key of {@code agenda} keeps each from being planned twice, whatever happens.
 */
@Dependent
public class AgendaPlanner implements AgendaRounds {

    private static final Logger LOG = System.getLogger(AgendaPlanner.class.getName());
    /** Somebody may have moved to another zone. */
    private static final Duration LONGEST_BETWEEN = Duration.ofHours(1);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final String ADD = "INSERT INTO agenda (message_id, organization_id, recipient_kind, recipient_id,"
            + " mailbox, zone, local_day, at_minute, days_ahead) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EXISTS = "SELECT COUNT(*) FROM agenda WHERE organization_id = ? AND recipient_kind = ?"
            + " AND recipient_id = ? AND mailbox = ? AND zone = ? AND local_day = ? AND at_minute = ?";

    private final JobsDatabase database;
    private final PlannedAgendas messages;
    private final Clock clock;

    @Inject
    public AgendaPlanner(JobsDatabase database, PlannedAgendas messages, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean isAnythingDue() {
        var now = clock.instant();
        return database.withoutTransaction(sql -> sql.count(
                        "SELECT CASE WHEN EXISTS (SELECT 1 FROM agenda_settings WHERE look_at <= ?) THEN 1 ELSE 0 END",
                        now))
                == 1;
    }

    @Override
    public List<Long> listDue(long after, int limit) {
        return database.withoutTransaction(sql -> sql.list(
                "SELECT organization_id FROM agenda_settings WHERE look_at <= ? AND organization_id > ?"
                        + " ORDER BY organization_id LIMIT " + limit,
                row -> row.getLong("organization_id"),
                clock.instant(),
                after));
    }

    /** One that fails is told and looked at again some minutes later, and holds up nobody else. */
    @Override
    public void plan(long organizationId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            database.inTransaction(sql -> plan(sql, organizationId, now));
        } catch (RuntimeException failure) {
            if (SqlException.isOutage(failure)) {
                throw failure;
            }
            LOG.log(
                    Level.ERROR,
                    "The agendas of organization " + Ids.text(organizationId) + " cannot be planned.",
                    failure);
            database.withoutTransaction(sql -> sql.update(
                    "UPDATE agenda_settings SET look_at = ? WHERE organization_id = ? AND look_at <= ?",
                    now.plus(AFTER_FAILURE),
                    organizationId,
                    now));
        }
    }

    private int plan(Sql sql, long organizationId, Instant now) {
        int taken = sql.update(
                "UPDATE agenda_settings SET look_at = ? WHERE organization_id = ? AND look_at <= ?",
                now.plus(LONGEST_BETWEEN),
                organizationId,
                now);
        if (taken == 0) {
            return 0;
        }
        var decided = sql.find(
                        "SELECT " + Agendas.COLUMNS + ", not_before FROM agenda_settings WHERE organization_id = ?",
                        Decided::read,
                        organizationId)
                .orElseThrow();
        var settings = decided.settings();
        var recipients = AgendaRecipients.of(sql, organizationId, settings);
        var rounds = new HashMap<ZoneId, Optional<AgendaRound>>();
        int planned = 0;
        for (var recipient : recipients.all()) {
            var round = rounds.computeIfAbsent(recipient.zone(), zone -> decided.findDue(zone, now));
            planned += round.map(each -> add(
                            sql, new Owed(organizationId, recipients.organization(), settings, recipient, each), now))
                    .orElse(0);
        }
        lookAgain(sql, organizationId, settings, rounds.keySet().stream(), now);
        return planned;
    }

    /**
     * What an organization decided.
     *
     * @param notBefore when it came from another server, which may have sent what was due until then
     */
    private record Decided(AgendaSettings settings, Optional<Instant> notBefore) {

        static Decided read(Row row) throws SQLException {
            return new Decided(Agendas.read(row), row.findInstant("not_before"));
        }

        Optional<AgendaRound> findDue(ZoneId zone, Instant now) {
            return new AgendaTimes(settings, zone)
                    .findDue(now)
                    .filter(round ->
                            notBefore.filter(round.window().dueAt()::isBefore).isEmpty());
        }
    }

    private static void lookAgain(
            Sql sql, long organizationId, AgendaSettings settings, Stream<ZoneId> zones, Instant now) {
        var next = zones.flatMap(zone -> new AgendaTimes(settings, zone).findNext(now).stream())
                .min(Instant::compareTo)
                .filter(due -> due.isBefore(now.plus(LONGEST_BETWEEN)));
        next.ifPresent(due ->
                sql.update("UPDATE agenda_settings SET look_at = ? WHERE organization_id = ?", due, organizationId));
    }

    private record Owed(
            long organizationId, String organization, AgendaSettings settings, Recipient recipient, AgendaRound round) {

        /** The address where it stands for a recipient of whom no more is known. */
        String mailbox() {
            return recipient.id() == 0 ? Optional.ofNullable(recipient.email()).orElse("") : "";
        }
    }

    private int add(Sql sql, Owed owed, Instant now) {
        var to = owed.recipient();
        var round = owed.round();
        var day = round.day().toString();
        int minute = Agendas.minute(round.time());
        boolean isPlanned = sql.count(
                        EXISTS,
                        owed.organizationId(),
                        to.kind(),
                        to.id(),
                        owed.mailbox(),
                        to.zone().getId(),
                        day,
                        minute)
                > 0;
        if (isPlanned) {
            return 0;
        }
        var message = messages.add(sql, owed.organizationId(), owed.organization(), to, round.window(), now);
        return sql.update(
                ADD,
                message,
                owed.organizationId(),
                to.kind(),
                to.id(),
                owed.mailbox(),
                to.zone().getId(),
                day,
                minute,
                owed.settings().daysAhead());
    }
}
