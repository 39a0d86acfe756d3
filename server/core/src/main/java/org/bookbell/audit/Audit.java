package org.bookbell.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;

/** Writes the audit rows. */
@Dependent
public class Audit {

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Audit(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records one change in the running transaction.
     *
     * @param organizationId the organization it belongs to; 0 for the server's own
     * @param action subject and past participle: {@code appointment.booked}
     * @param objectType what was changed: {@code appointment}
     * @param detail what a person should know of it, at most 1,000 characters, without personal data; may be empty
     */
    public void record(
            Actor actor, long organizationId, String action, String objectType, long objectId, String detail) {
        sql.update(
                "INSERT INTO audit (id, organization_id, actor_kind, actor_id, action, object_type, object_id, detail,"
                        + " happened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                organizationId,
                actor.kind(),
                actor.id(),
                action,
                objectType,
                objectId,
                detail,
                clock.instant());
    }
}
