package org.bookbell.export.download;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.bookbell.export.ExportFailed;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/**
 * The places for downloads of one kind. Whoever takes one has a thread that writes and a limited time, after which both
 * threads of the download are ended; a writer that does not care keeps its thread and its place, but neither the reader nor
 * the reader's connection.
 */
final class Places {

    private static final Logger LOG = System.getLogger(Places.class.getName());

    private final Terms terms;
    private final Semaphore free;
    private final ThreadFactory threads;
    private final ScheduledExecutorService clockwork;

    Places(Terms terms, ThreadFactory threads, ScheduledExecutorService clockwork) {
        this.terms = terms;
        this.free = new Semaphore(terms.atOnce());
        this.threads = threads;
        this.clockwork = clockwork;
    }

    /**
     * Begins a download and waits until it is complete or has a few hundred kilobytes.
     *
     * @param what it is, for the log: "download by …"
     * @throws ProblemException if too many run, or this one fails before anybody has seen any of it
     */
    Download begin(String what, Writing writing) {
        if (!free.tryAcquire()) {
            throw ProblemException.tooMany(terms.whenBusy(), terms.retryAfter());
        }
        var pipe = new Pipe();
        var deadline = new Deadline();
        start(pipe, deadline, writing);
        deadline.set(clockwork.schedule(
                () -> giveUp(what, pipe, deadline), terms.limit().toMillis(), TimeUnit.MILLISECONDS));
        awaitBeginning(pipe, deadline);
        return new Download(pipe, deadline);
    }

    /** How many more may run at the moment. */
    int free() {
        return free.availablePermits();
    }

    private void start(Pipe pipe, Deadline deadline, Writing writing) {
        try {
            threads.newThread(() -> write(pipe, deadline, writing)).start();
        } catch (RuntimeException | Error noThread) {
            free.release();
            throw noThread;
        }
    }

    private void write(Pipe pipe, Deadline deadline, Writing writing) {
        deadline.watchWriter(Thread.currentThread());
        try {
            writing.write(pipe.in());
            pipe.in().close();
            pipe.complete();
        } catch (IOException | RuntimeException failure) {
            pipe.fail(failure);
        } finally {
            // whatever else may come out of it, such as a lack of memory, nobody waits for it in vain
            pipe.fail(new ExportFailed(ExportFailed.Cause.FAULTY, "The export ended before its end."));
            deadline.forgetWriter();
            free.release();
        }
    }

    private void giveUp(String what, Pipe pipe, Deadline deadline) {
        pipe.fail(new ExportFailed(ExportFailed.Cause.TOO_SLOW, terms.whenSlow()));
        if (deadline.pass()) {
            LOG.log(Level.WARNING, "A {0} was cut off after {1}.", what, terms.limit());
        }
    }

    private static void awaitBeginning(Pipe pipe, Deadline deadline) {
        try {
            pipe.awaitFullOrEnded();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            pipe.fail(interrupted);
        }
        var failure = pipe.failure();
        if (failure.isPresent()) {
            deadline.end();
            throw problem(failure.get());
        }
    }

    private static RuntimeException problem(Exception failure) {
        if (failure instanceof RuntimeException told) {
            return told;
        }
        if (!(failure instanceof ExportFailed failed)) {
            return new IllegalStateException("download cannot be written", failure);
        }
        return switch (failed.reason()) {
            case TOO_MANY -> new ProblemException(ProblemType.INVALID_REQUEST, failed.detail());
            case TOO_SLOW -> new ProblemException(ProblemType.UNAVAILABLE, failed.detail());
            case FAULTY -> new ProblemException(ProblemType.INTERNAL_ERROR, failed.detail());
        };
    }
}
