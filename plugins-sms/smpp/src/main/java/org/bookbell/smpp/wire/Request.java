package org.bookbell.smpp.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bookbell.smpp.wire.Exchange.Answered;
import org.bookbell.smpp.wire.Exchange.NotSent;
import org.bookbell.smpp.wire.Exchange.Unanswered;

/**
 * One request on its way, and whoever waits for its answer. Either it is written or it is withdrawn, never both: so it is
 * certain whether the message center can have it.
 */
final class Request {

    /** What has been done with it. */
    private enum Stage {
        READY,
        WRITTEN,
        WITHDRAWN
    }

    private final int number;
    private final Consumer<Response> late;
    private final CompletableFuture<Exchange> outcome = new CompletableFuture<>();
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.READY);
    private volatile long givenUpNanos;

    /** @param late hears of an answer for which nobody waits any more */
    Request(int number, Consumer<Response> late) {
        this.number = number;
        this.late = late;
    }

    int number() {
        return number;
    }

    /** Right before it is written: whether it still may be. */
    boolean begin() {
        return stage.compareAndSet(Stage.READY, Stage.WRITTEN);
    }

    private boolean withdraw() {
        return stage.compareAndSet(Stage.READY, Stage.WITHDRAWN);
    }

    void answer(Response response) {
        if (!outcome.complete(new Answered(response))) {
            late.accept(response);
        }
    }

    /** No answer can come any more. */
    void end(String why) {
        outcome.complete(withdraw() ? new NotSent(why) : new Unanswered(why));
    }

    /** Waits for the answer, for {@code limit} at most. */
    Exchange await(Duration limit) throws InterruptedException {
        try {
            return outcome.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silence) {
            return giveUp("The message center did not answer within " + limit.toMillis() + " ms.");
        } catch (InterruptedException interrupted) {
            giveUp("Nobody waited for the answer.");
            throw interrupted;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("an exchange has no exception", impossible);
        }
    }

    boolean isGivenUpFor(Duration time) {
        return givenUpNanos != 0 && System.nanoTime() - givenUpNanos >= time.toNanos();
    }

    /** Unless the answer came at this very moment. */
    private Exchange giveUp(String why) {
        givenUpNanos = System.nanoTime();
        outcome.complete(
                withdraw() ? new NotSent("The connection to the message center is stuck.") : new Unanswered(why));
        return outcome.join();
    }
}
