package org.bookbell.status;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;

/** Opens and closes incidents so that they say what fails; whoever is concerned is noted with them. */
@Dependent
class IncidentBook {

    private final JobsDatabase database;
    private final Ids ids;
    private final Clock clock;

    @Inject
    IncidentBook(JobsDatabase database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the open incidents those that fail, however often it is called. */
    void keep(GatewaysWatched watched) {
        var failing = watched.failing();
        var open = database.withoutTransaction(IncidentBook::open);
        var ended = open.stream()
                .filter(incident -> failing.stream().noneMatch(each -> isAbout(incident, each)))
                .toList();
        var begun = failing.stream()
                .filter(each -> open.stream().noneMatch(incident -> isAbout(incident, each)))
                .toList();
        if (!ended.isEmpty() || !begun.isEmpty()) {
            database.inTransaction(sql -> {
                ended.forEach(incident -> sql.update(
                        "UPDATE incident SET closed_at = ?, withdrawn = ? WHERE id = ? AND closed_at IS NULL",
                        clock.instant(),
                        !watched.inUse().contains(incident.gateway()),
                        incident.id()));
                begun.forEach(each -> begin(sql, each));
                return begun.size();
            });
        }
        if (!failing.isEmpty()) {
            database.inTransaction(sql -> {
                open(sql).forEach(incident -> noteConcerned(sql, incident));
                return true;
            });
        }
    }

    private static List<Incident> open(Sql sql) {
        return sql.list("SELECT " + Incident.COLUMNS + " FROM incident WHERE closed_at IS NULL", Incident::read);
    }

    private static boolean isAbout(Incident incident, FailingGateway failing) {
        return incident.gateway().equals(failing.gateway())
                && incident.destination().equals(failing.destination());
    }

    private void begin(Sql sql, FailingGateway failing) {
        sql.update(
                "INSERT INTO incident (id, gateway, destination, suspect_from, opened_at) VALUES (?, ?, ?, ?, ?)",
                ids.next(),
                failing.gateway(),
                failing.destination(),
                failing.suspectFrom(),
                failing.since());
    }

    private static void noteConcerned(Sql sql, Incident incident) {
        sql.update(
                "INSERT INTO incident_organization (incident_id, organization_id, affected)"
                        + " SELECT ?, m.organization_id, COUNT(*) FROM attempt a JOIN message m ON m.id = a.message_id"
                        + " WHERE a.judged IN (FALSE, TRUE) AND a.gateway = ? AND a.state = 'SUSPECT'"
                        + " AND a.submitted_at >= ? AND m.organization_id <> 0 AND m.organization_id NOT IN"
                        + " (SELECT i.organization_id FROM incident_organization i WHERE i.incident_id = ?)"
                        + " GROUP BY m.organization_id",
                incident.id(),
                incident.gateway(),
                incident.suspectFrom(),
                incident.id());
    }
}
