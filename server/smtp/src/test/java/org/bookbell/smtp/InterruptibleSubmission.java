package org.bookbell.smtp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bookbell.spi.gateway.EmailGateway;

/** A submission on a thread of its own that a test interrupts. */
final class InterruptibleSubmission {

    private final CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
    private final Thread thread;

    InterruptibleSubmission(EmailGateway gateway) {
        this.thread = new Thread(
                () -> {
                    try {
                        gateway.submit(Submissions.anEmail());
                        wasInterrupted.complete(false);
                    } catch (InterruptedException expected) {
                        wasInterrupted.complete(true);
                    }
                },
                "submitter");
        thread.start();
    }

    boolean endsWhenInterrupted() throws Exception {
        thread.interrupt();
        try {
            return wasInterrupted.get(10, TimeUnit.SECONDS);
        } catch (TimeoutException stillRunning) {
            return false;
        }
    }
}
