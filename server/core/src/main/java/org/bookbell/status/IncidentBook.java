package org.bookbell.status;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.dispatch.watchdog.Trouble;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/** Opens and closes incidents so that they say what fails; whoever is concerned is noted with them. */
@Dependent
class IncidentBook {

    private final JobsDatabase database;
    private final Concerned concerned;
    private final Ids ids;
    private final Clock clock;

    @Inject
    IncidentBook(JobsDatabase database, Concerned concerned, Ids ids, Clock clock) {
        this.database = database;
        this.concerned = concerned;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the open incidents of gateways those that fail, however often it is called. */
    void keep(GatewaysWatched watched) {
        var failures = Stream.concat(
                        watched.failing().stream().map(Failure::of),
                        watched.refusing().stream().map(Failure::of))
                .toList();
        keep(
                failures,
                incident -> incident.kind().isOfGateway(),
                incident -> !watched.inUse().contains(incident.gateway()));
    }

    /** Makes the open incidents that are about no gateway those of the troubles that last, on whichever node. */
    void keep(Set<Trouble.Kind> lasting) {
        var failures = lasting.stream()
                .filter(Trouble.Kind::keepsMessages)
                .map(kind -> kind == Trouble.Kind.EMAIL ? Incident.Kind.EMAIL : Incident.Kind.SENDING)
                .distinct()
                .map(kind -> Failure.of(kind, clock.instant()))
                .toList();
        keep(failures, incident -> !incident.kind().isOfGateway(), incident -> false);
    }

    private void keep(List<Failure> failures, Predicate<Incident> isOurs, Predicate<Incident> isWithdrawn) {
        var open = listOpen(isOurs);
        open.stream()
                .filter(incident -> failures.stream().noneMatch(each -> each.isToldBy(incident)))
                .forEach(incident -> end(incident, isWithdrawn.test(incident)));
        failures.stream()
                .filter(each -> open.stream().noneMatch(each::isToldBy))
                .forEach(this::begin);
        if (!failures.isEmpty()) {
            listOpen(isOurs).forEach(concerned::note);
        }
    }

    private List<Incident> listOpen(Predicate<Incident> isOurs) {
        return database
                .withoutTransaction(sql -> sql.list(
                        "SELECT " + Incident.COLUMNS + " FROM incident WHERE closed_at IS NULL", Incident::read))
                .stream()
                .filter(isOurs)
                .toList();
    }

    /** Whoever comes second, on another node, finds it ended. */
    private void end(Incident incident, boolean isWithdrawn) {
        database.withoutTransaction(sql -> sql.update(
                "UPDATE incident SET closed_at = ?, withdrawn = ?, open_key = NULL WHERE id = ? AND closed_at IS NULL",
                clock.instant(),
                isWithdrawn,
                incident.id()));
    }

    /** Of several nodes that see the same at once, one opens it. */
    private void begin(Failure failure) {
        try {
            database.withoutTransaction(sql -> begin(sql, failure));
        } catch (SqlException anotherWasFaster) {
            if (!SqlException.isDuplicate(anotherWasFaster)) {
                throw anotherWasFaster;
            }
        }
    }

    private int begin(Sql sql, Failure failure) {
        return sql.update(
                "INSERT INTO incident (id, kind, gateway, destination, code, suspect_from, opened_at, open_key)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                failure.kind(),
                failure.gateway(),
                failure.destination(),
                failure.code().orElse(null),
                failure.from(),
                failure.since(),
                failure.key());
    }
}
