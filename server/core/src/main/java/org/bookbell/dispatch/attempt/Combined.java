package org.bookbell.dispatch.attempt;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does what several threads want at the same moment as one piece of work: while one thread's transaction runs, the
 * others' requests gather and are the next one's. Nobody waits for a batch to fill, so that a lone request costs what it
 * would cost alone, and a hundred cost little more. What needs no answer is {@link Gathered} instead.
 */
public final class Combined<Q, A> {

    private final int most;
    private final Function<List<Q>, List<A>> work;
    private final Queue<Request<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock working = new ReentrantLock();

    /**
     * Work to combine.
     *
     * @param most how many requests at once
     * @param work answers each request, in their order, or throws and has changed nothing
     */
    public Combined(int most, Function<List<Q>, List<A>> work) {
        this.most = most;
        this.work = work;
    }

    private static final class Request<Q, A> {
        private final Q question;
        private boolean done;
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        Request(Q question) {
            this.question = question;
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
        var request = new Request<Q, A>(question);
        waiting.add(request);
        working.lock();
        try {
            while (!request.done) {
                workOnSome();
            }
        } finally {
            working.unlock();
        }
        return request.result();
    }

    private void workOnSome() {
        var requests = new ArrayList<Request<Q, A>>();
        while (requests.size() < most && !waiting.isEmpty()) {
            requests.add(waiting.remove());
        }
        try {
            answer(requests);
        } catch (RuntimeException failure) {
            failOrWorkAlone(requests, failure);
        }
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
}
