package org.bookbell.smpp.wire;

/** What came of one request to the message center. */
public sealed interface Exchange {

    /** The message center answered, whatever it said. */
    record Answered(Response response) implements Exchange {}

    /**
     * The request was certainly not written.
     *
     * @param why a sentence without anything personal
     */
    record NotSent(String why) implements Exchange {}

    /**
     * The request was written, wholly or in part, and no answer came.
     *
     * @param why a sentence without anything personal
     */
    record Unanswered(String why) implements Exchange {}
}
