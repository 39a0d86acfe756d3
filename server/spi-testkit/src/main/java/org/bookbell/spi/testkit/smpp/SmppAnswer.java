package org.bookbell.spi.testkit.smpp;

import java.time.Duration;

/** What a {@link FakeSmppProvider} does about a submit_sm. */
public sealed interface SmppAnswer {

    /** Takes it under an id. */
    record Taken(String messageId) implements SmppAnswer {}

    /** Refuses it with a command_status. */
    record Refused(int status) implements SmppAnswer {}

    /** Answers by a generic_nack. */
    record Nack(int status) implements SmppAnswer {}

    /** Answers nothing, ever. */
    record Never() implements SmppAnswer {}

    /** Ends the connection in place of an answer. */
    record BreakOff() implements SmppAnswer {}

    /** Answers after a while, and other messages meanwhile. */
    record After(Duration pause, SmppAnswer then) implements SmppAnswer {}
}
