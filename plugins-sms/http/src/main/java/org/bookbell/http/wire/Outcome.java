package org.bookbell.http.wire;

/** What became of a request. */
public sealed interface Outcome {

    /** The server answered. */
    record Answered(Answer answer) implements Outcome {}

    /** No answer came that can be read. */
    sealed interface Silence extends Outcome {

        /** Why. */
        Trouble trouble();
    }

    /** Not a byte of the request left. */
    record NotSent(Trouble trouble) implements Silence {}

    /** Some or all of the request left, and no answer came that can be read. */
    record Unanswered(Trouble trouble) implements Silence {}
}
