package org.bookbell.export.archive;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.transaction.UseCase;

/** When an organization's archive was taken: every beginning is audited, the last complete one is remembered. */
@UseCase
public class TakenArchives {

    private static final String ARCHIVE = "archive";

    private final Sql sql;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public TakenArchives(Sql sql, Clock clock, Audit audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** Somebody takes the archive from now on; even a part of it is data that left. */
    public void begin(Actor actor, long organizationId) {
        audit.record(actor, organizationId, "archive.downloaded", "organization", organizationId, "");
    }

    /** The archive was taken as a whole. */
    public void complete(Actor actor, long organizationId) {
        var now = clock.instant();
        int known = sql.update(
                "UPDATE download SET downloaded_at = ?, actor_kind = ?, actor_id = ? WHERE organization_id = ? AND kind = ?",
                now,
                actor.kind(),
                actor.id(),
                organizationId,
                ARCHIVE);
        if (known == 0) {
            insert(actor, organizationId, now);
        }
    }

    /** Of two who are the first at the same moment, one is enough. */
    private void insert(Actor actor, long organizationId, Instant now) {
        try {
            sql.update(
                    "INSERT INTO download (organization_id, kind, downloaded_at, actor_kind, actor_id)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    organizationId,
                    ARCHIVE,
                    now,
                    actor.kind(),
                    actor.id());
        } catch (SqlException failure) {
            if (!SqlException.isDuplicate(failure)) {
                throw failure;
            }
        }
    }

    /** The last complete archive, if there ever was one. */
    public Optional<Instant> findLast(long organizationId) {
        return sql.find(
                "SELECT downloaded_at FROM download WHERE organization_id = ? AND kind = ?",
                row -> row.getInstant("downloaded_at"),
                organizationId,
                ARCHIVE);
    }
}
