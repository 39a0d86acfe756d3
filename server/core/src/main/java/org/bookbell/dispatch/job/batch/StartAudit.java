package org.bookbell.dispatch.job.batch;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.storage.transaction.UseCase;

/** Who started the job, for the audit. */
@UseCase
class StartAudit {

    private final Audit audit;

    @Inject
    StartAudit(Audit audit) {
        this.audit = audit;
    }

    public void started(Actor actor, long execution) {
        audit.record(actor, 0, "job.started", "job", execution, Jobs.REMINDERS);
    }
}
