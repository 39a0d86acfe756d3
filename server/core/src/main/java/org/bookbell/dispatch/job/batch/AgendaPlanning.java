package org.bookbell.dispatch.job.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.message.AgendaRounds;

/** Plans the agendas of what {@link DueAgendas} read, outside the chunk's transaction. */
@Named("agendaPlanning")
@Dependent
public class AgendaPlanning extends AbstractItemWriter {

    private final AgendaRounds rounds;
    private final ExecutorService threads;
    private final AgendaPulse pulse;

    @Inject
    AgendaPlanning(AgendaRounds rounds, @DispatchThreads ExecutorService threads, AgendaPulse pulse) {
        this.rounds = rounds;
        this.threads = threads;
        this.pulse = pulse;
    }

    @Override
    public void writeItems(List<Object> items) throws Exception {
        for (var organization : items) {
            pulse.beat();
            threads.submit(() -> rounds.plan((Long) organization)).get();
        }
    }
}
