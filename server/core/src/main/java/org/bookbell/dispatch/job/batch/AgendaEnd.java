package org.bookbell.dispatch.job.batch;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Hears of the end of the job {@code agenda}, as {@link JobEnd} does of the other one's. */
@Named("agendaEnd")
@Dependent
public class AgendaEnd extends AbstractJobListener {

    private final AgendaPulse pulse;

    @Inject
    AgendaEnd(AgendaPulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public void afterJob() {
        pulse.end();
    }
}
