package org.bookbell.dispatch.job.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.bookbell.audit.Actor;

/** Starts the job because an operator wishes it, and writes down who did. */
@Dependent
public class StartByHand {

    private final Jobs jobs;
    private final StartAudit audit;

    @Inject
    StartByHand(Jobs jobs, StartAudit audit) {
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * Starts the job unless it runs; answers the number of the execution that runs now. Batch has committed the start
     * before it is written down.
     */
    public long start(Actor actor) {
        var begun = jobs.startUnlessRunning();
        begun.ifPresent(execution -> audit.started(actor, execution));
        return begun.orElseGet(jobs::latest);
    }
}
