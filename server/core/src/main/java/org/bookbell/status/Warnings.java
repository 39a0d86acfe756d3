package org.bookbell.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.bookbell.message.ledger.CallList;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Warns the members whose messages are in doubt; where no incident lasts, which it looks up every few seconds, it is free. */
@ApplicationScoped
public class Warnings {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final @Nullable Parts parts;

    private record Parts(
            JobsDatabase database, Remembered<Boolean> anyOpen, Incidents incidents, CallList calls, Clock clock) {}

    /** For the container's proxy. */
    protected Warnings() {
        this.parts = null;
    }

    @Inject
    public Warnings(JobsDatabase database, Incidents incidents, CallList calls, Clock clock) {
        var anyOpen = new Remembered<>(FRESH, false, before -> isAnyOpen(database));
        this.parts = new Parts(database, anyOpen, incidents, calls, clock);
    }

    /** What members of an organization should know now. */
    public Optional<Warning> find(long organizationId) {
        if (parts == null) {
            throw new IllegalStateException("made without its parts");
        }
        return parts.anyOpen().get() ? find(parts, organizationId) : Optional.empty();
    }

    private static boolean isAnyOpen(JobsDatabase database) {
        return database.withoutTransaction(
                sql -> sql.count("SELECT COUNT(*) FROM incident WHERE closed_at IS NULL") > 0);
    }

    private static Optional<Warning> find(Parts with, long organizationId) {
        return with.incidents().listOpen(organizationId).stream()
                .findFirst()
                .map(incident -> new Warning(
                        with.database().withoutTransaction(sql -> affected(sql, incident.id(), organizationId)),
                        with.calls().count(organizationId),
                        incident.openedAt(),
                        incident.nextWordBy(with.clock().instant())));
    }

    private static long affected(Sql sql, long incident, long organizationId) {
        return sql.count(
                "SELECT SUM(affected) FROM incident_organization WHERE incident_id = ? AND organization_id = ?",
                incident,
                organizationId);
    }
}
