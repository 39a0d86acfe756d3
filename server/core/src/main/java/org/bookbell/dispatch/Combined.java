package org.bookbell.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does what several threads want at the same moment as one piece of work: while one thread's transaction runs, the
 * others' requests gather and are the next one's. Nobody waits for a batch to fill, so that a lone request costs what it
 * would cost alone, and a hundred cost little more. Who needs no answer posts a request and goes on.
 */
public final class Combined<Q, A> {

    /** For which what was posted waits for others: it is nothing beside a commit. */
    private static final long MOMENT_NANOS = 2_000_000;

    private final int most;
    private final Function<List<Q>, List<A>> work;
    private final Posted<Q> posted;
    private final Executor threads;
    private final Queue<Request<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock working = new ReentrantLock();

    /** Hears, on any thread, what became of requests that nobody waits for. */
    interface Posted<Q> {

        /** Those that were done together. */
        void answered(List<Q> questions);

        void failed(Q question, RuntimeException failure);
    }

    /**
     * Work to combine, for which everybody waits.
     *
     * @param most how many requests at once
     * @param work answers each request, in their order, or throws and has changed nothing
     */
    public Combined(int most, Function<List<Q>, List<A>> work) {
        this(most, work, new Nobody<>(), Runnable::run);
    }

    /** The same, and requests may be posted; {@code threads} work on those that were left when everybody had an answer. */
    Combined(int most, Function<List<Q>, List<A>> work, Posted<Q> posted, Executor threads) {
        this.most = most;
        this.work = work;
        this.posted = posted;
        this.threads = threads;
    }

    private static final class Nobody<Q> implements Posted<Q> {

        @Override
        public void answered(List<Q> questions) {
            throw new IllegalStateException("nobody listens");
        }

        @Override
        public void failed(Q question, RuntimeException failure) {
            throw failure;
        }
    }

    private static final class Request<Q, A> {
        private final Q question;
        private final boolean isPosted;
        private boolean done;
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        Request(Q question, boolean isPosted) {
            this.question = question;
            this.isPosted = isPosted;
        }

        void answer(A value) {
            answer = value;
            done = true;
        }

        void fail(RuntimeException thrown) {
            failure = thrown;
            done = true;
        }

        A result() {
            if (failure != null) {
                throw failure;
            }
            if (answer == null) {
                throw new IllegalStateException("combined work gave no answer");
            }
            return answer;
        }
    }

    /** What the work answers to {@code question}, once it was done with others' or alone. */
    public A run(Q question) {
        var request = new Request<Q, A>(question, false);
        var done = new ArrayList<Request<Q, A>>();
        waiting.add(request);
        working.lock();
        try {
            while (!request.done) {
                done.addAll(workOnSome());
            }
        } finally {
            working.unlock();
        }
        leaveTheRest();
        tell(done);
        return request.result();
    }

    /** Lets the work be done soon, by this thread if no other works on something. */
    void post(Q question) {
        waiting.add(new Request<>(question, true));
        workOff();
    }

    /** Whoever waits for the line works on what was posted meanwhile; if nobody does, another thread must. */
    private void leaveTheRest() {
        if (waiting.isEmpty() || working.hasQueuedThreads()) {
            return;
        }
        try {
            threads.execute(this::workOff);
        } catch (RejectedExecutionException stopping) {
            workOff();
        }
    }

    private void workOff() {
        while (!waiting.isEmpty() && working.tryLock()) {
            List<Request<Q, A>> done;
            try {
                LockSupport.parkNanos(MOMENT_NANOS);
                done = workOnSome();
            } finally {
                working.unlock();
            }
            tell(done);
        }
    }

    private List<Request<Q, A>> workOnSome() {
        var requests = new ArrayList<Request<Q, A>>();
        for (var next = waiting.poll(); next != null; next = requests.size() < most ? waiting.poll() : null) {
            requests.add(next);
        }
        if (requests.isEmpty()) {
            return requests;
        }
        try {
            answer(requests);
        } catch (RuntimeException failure) {
            failOrWorkAlone(requests, failure);
        }
        return requests;
    }

    private void answer(List<Request<Q, A>> requests) {
        var answers =
                work.apply(requests.stream().map(request -> request.question).toList());
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).answer(answers.get(i));
        }
    }

    /** One bad request must not fail its neighbors. */
    private void failOrWorkAlone(List<Request<Q, A>> requests, RuntimeException failure) {
        if (requests.size() == 1) {
            requests.get(0).fail(failure);
            return;
        }
        for (var request : requests) {
            try {
                answer(List.of(request));
            } catch (RuntimeException itsOwn) {
                request.fail(itsOwn);
            }
        }
    }

    private void tell(List<Request<Q, A>> done) {
        var answered = new ArrayList<Q>();
        for (var request : done) {
            var failure = request.failure;
            if (request.isPosted && failure == null) {
                answered.add(request.question);
            } else if (request.isPosted && failure != null) {
                posted.failed(request.question, failure);
            }
        }
        if (!answered.isEmpty()) {
            posted.answered(answered);
        }
    }
}
