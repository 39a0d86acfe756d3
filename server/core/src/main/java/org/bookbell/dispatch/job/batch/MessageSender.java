package org.bookbell.dispatch.job.batch;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.Dispatcher;

/** Sends what {@link DueMessages} read, outside the chunk's transaction. */
@Named("messageSender")
@Dependent
public class MessageSender extends AbstractItemWriter {

    private final Dispatcher dispatcher;
    private final ExecutorService threads;

    @Inject
    MessageSender(Dispatcher dispatcher, @DispatchThreads ExecutorService threads) {
        this.dispatcher = dispatcher;
        this.threads = threads;
    }

    @Override
    public void writeItems(List<Object> items) throws Exception {
        var ids = items.stream().map(Long.class::cast).toList();
        threads.submit(() -> dispatcher.send(ids)).get();
    }
}
