package org.bookbell.status;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/**
 * Which organizations an incident concerns, and how many of their messages, as it stands now: those in doubt, or those
 * that are late, and the calls that came of it. Who was concerned once stays, to be told that it is over.
 */
@Dependent
class Concerned {

    /** What the watchdog calls late. */
    private static final Duration LATE = Duration.ofMinutes(3);

    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);
    private static final String IN_DOUBT = "SELECT m.organization_id, COUNT(*) AS affected FROM attempt a"
            + " JOIN message m ON m.id = a.message_id WHERE a.judged IN (FALSE, TRUE) AND a.gateway = ?"
            + " AND a.state = 'SUSPECT' AND a.submitted_at >= ? AND m.organization_id <> 0%s"
            + " GROUP BY m.organization_id";
    /** Who waits for its own gateways by its own choice waits for nothing that fails here. */
    private static final String LATE_ONES = "SELECT m.organization_id, COUNT(*) AS affected FROM message m"
            + " WHERE m.state = 'PLANNED' AND m.try_at <= ? AND m.due_at <= ? AND m.organization_id <> 0"
            + " AND m.kind <> 'ALERT' AND m.channel IN (%s) AND (m.reason_code IS NULL"
            + " OR m.reason_code NOT IN ('THROTTLED', 'RECIPIENT_UNREACHABLE'))"
            + " AND NOT EXISTS (SELECT 1 FROM own_gateways_only o WHERE o.organization_id = m.organization_id"
            + " AND o.channel = m.channel) GROUP BY m.organization_id";

    private static final String CALLS = "SELECT c.organization_id, COUNT(*) AS affected FROM call_list c"
            + " JOIN message m ON m.id = c.message_id WHERE c.id >= ? AND c.created_at >= ?"
            + " AND m.channel IN (%s) GROUP BY c.organization_id";

    private final JobsDatabase database;
    private final Clock clock;

    @Inject
    Concerned(JobsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Brings what is noted of {@code incident} up to date. */
    void note(Incident incident) {
        var counts = database.withoutTransaction(sql -> counts(sql, incident));
        var noted = database.withoutTransaction(sql -> noted(sql, incident.id()));
        noted.forEach((organization, affected) -> {
            long now = counts.getOrDefault(organization, 0L);
            if (now != affected) {
                update(incident.id(), organization, now);
            }
        });
        counts.forEach((organization, affected) -> {
            if (!noted.containsKey(organization)) {
                insert(incident.id(), organization, affected);
            }
        });
    }

    private Map<Long, Long> counts(Sql sql, Incident incident) {
        return switch (incident.kind()) {
            case FAIL_OVER -> inDoubt(sql, incident);
            case REFUSES -> Map.of();
            case SENDING -> late(sql, incident.openedAt(), "'SMS', 'EMAIL'");
            case EMAIL -> late(sql, incident.openedAt(), "'EMAIL'");
        };
    }

    private static Map<Long, Long> inDoubt(Sql sql, Incident incident) {
        var parameters = new ArrayList<Object>(List.of(incident.gateway(), incident.suspectFrom()));
        boolean isEverywhere = incident.destination().equals(Destination.ALL);
        if (!isEverywhere) {
            parameters.add(incident.destination());
        }
        return map(sql.list(
                IN_DOUBT.formatted(isEverywhere ? "" : " AND a.destination = ?"),
                Concerned::count,
                parameters.toArray()));
    }

    private Map<Long, Long> late(Sql sql, Instant since, String channels) {
        var now = clock.instant();
        var late = map(
                sql.list(LATE_ONES.formatted(channels), Concerned::count, now.plus(LONGEST_BACK_OFF), now.minus(LATE)));
        var all = new HashMap<>(late);
        map(sql.list(CALLS.formatted(channels), Concerned::count, Ids.firstAt(since), since))
                .forEach((organization, calls) -> all.merge(organization, calls, Long::sum));
        return all;
    }

    private static Map<Long, Long> noted(Sql sql, long incident) {
        return map(sql.list(
                "SELECT organization_id, affected FROM incident_organization WHERE incident_id = ?",
                Concerned::count,
                incident));
    }

    private static Map.Entry<Long, Long> count(Row row) throws SQLException {
        return Map.entry(row.getLong("organization_id"), row.getLong("affected"));
    }

    private static Map<Long, Long> map(List<Map.Entry<Long, Long>> counts) {
        return counts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void update(long incident, long organization, long affected) {
        database.withoutTransaction(sql -> sql.update(
                "UPDATE incident_organization SET affected = ? WHERE incident_id = ? AND organization_id = ?",
                affected,
                incident,
                organization));
    }

    private void insert(long incident, long organization, long affected) {
        try {
            database.withoutTransaction(sql -> sql.update(
                    "INSERT INTO incident_organization (incident_id, organization_id, affected) VALUES (?, ?, ?)",
                    incident,
                    organization,
                    affected));
        } catch (SqlException anotherNodeDid) {
            if (!SqlException.isDuplicate(anotherNodeDid)) {
                throw anotherNodeDid;
            }
        }
    }
}
