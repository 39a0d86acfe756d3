package org.bookbell.dispatch.job.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Hears of the job's end, also where Batch fails to write it down: its listeners are called first. */
@Named("jobEnd")
@Dependent
public class JobEnd extends AbstractJobListener {

    private final Pulse pulse;

    @Inject
    public JobEnd(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public void afterJob() {
        pulse.end();
    }
}
