package org.bookbell.dispatch.figures;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.storage.JobsDatabase;

/** What waits on the whole server, for the job and for people; each is read by an index. */
@Dependent
public class Backlog {

    private final DispatchHealth health;
    private final JobsDatabase database;

    @Inject
    public Backlog(DispatchHealth health, JobsDatabase database) {
        this.health = health;
        this.database = database;
    }

    /** For how long the oldest due message has been waiting; zero if none waits. */
    public Duration lag() {
        return health.lag();
    }

    /** How many calls nobody has made yet. The index begins with the organization. */
    public long openCalls() {
        return database.withoutTransaction(sql -> sql.count("SELECT COUNT(*) FROM organization o"
                + " JOIN call_list c ON c.organization_id = o.id AND c.handled_at IS NULL"));
    }
}
