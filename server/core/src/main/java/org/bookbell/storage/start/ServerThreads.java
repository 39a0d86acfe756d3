package org.bookbell.storage.start;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes threads of the application server for what runs beside a request. A thread that is made within a request shares
 * the request's entity managers on Payara: it closes them at its end, and the request fails after its answer because it
 * cannot close them again. So one thread that began with the server, and reads nothing, makes all the others.
 */
@Singleton
public class ServerThreads implements ThreadFactory {

    private final ThreadPoolExecutor maker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ServerThreads::make);

    /** Before anything else of the start has read through an entity manager. */
    void start(@Observes @Priority(1) ServerStarted event) {
        maker.prestartCoreThread();
    }

    @PreDestroy
    void stop() {
        maker.shutdownNow();
    }

    @Override
    public Thread newThread(Runnable work) {
        return CompletableFuture.supplyAsync(() -> make(work), maker).join();
    }

    private static Thread make(Runnable work) {
        return ServerResources.<ManagedThreadFactory>get("java:comp/DefaultManagedThreadFactory")
                .newThread(work);
    }
}
