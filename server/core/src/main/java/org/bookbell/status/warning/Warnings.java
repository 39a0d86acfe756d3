package org.bookbell.status.warning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.bookbell.message.ledger.CallList;
import org.bookbell.status.Incidents;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.jspecify.annotations.Nullable;

/** Warns the members whom an incident concerns; where none lasts, which it looks up every few seconds, it is free. */
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

    /**
     * What members of an organization should know now.
     *
     * @param zone of the organization
     */
    public List<Warning> list(long organizationId, ZoneId zone) {
        if (parts == null) {
            throw new IllegalStateException("made without its parts");
        }
        return parts.anyOpen().get() ? list(parts, organizationId, zone) : List.of();
    }

    private static boolean isAnyOpen(JobsDatabase database) {
        return database.withoutTransaction(
                sql -> sql.count("SELECT COUNT(*) FROM incident WHERE closed_at IS NULL AND kind <> 'REFUSES'") > 0);
    }

    private static List<Warning> list(Parts with, long organizationId, ZoneId zone) {
        var open = with.incidents().listOpen(organizationId);
        if (open.isEmpty()) {
            return List.of();
        }
        var now = with.clock().instant();
        long toPhone = with.calls().count(organizationId);
        return open.stream()
                .map(incident -> new Warning(
                        incident.kind(),
                        with.database()
                                .withoutTransaction(sql -> Unsent.byDay(sql, incident, organizationId, zone, now)),
                        toPhone,
                        incident.openedAt(),
                        incident.nextWordBy(now),
                        now))
                .toList();
    }
}
