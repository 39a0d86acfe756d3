package org.bookbell.simulator;

import java.util.Arrays;
import java.util.List;

/** How an account behaves, by the word that stands in its settings. */
enum Behavior {
    /** Takes a message and reports soon that it arrived. */
    DELIVER("deliver"),
    /** Refuses each message for the reason that is set. */
    REFUSE("refuse"),
    /** Refuses each message as a provider that is out of order for a while. */
    REFUSE_FOR_NOW("refuseForNow"),
    /** Takes a message, delivers it to nobody and reports nothing: a gateway that the networks banned. */
    ACCEPT_AND_NEVER_DELIVER("acceptAndNeverDeliver"),
    /** Takes a message and reports soon that it did not arrive. */
    UNDELIVERED("undelivered"),
    /** Takes a message and delivers it, but answers so late that the server may have given up. */
    ANSWER_LATE("answerLate"),
    /** Takes a message and delivers it late, or not at all once its validity is over. */
    DELAY("delay");

    private final String word;

    Behavior(String word) {
        this.word = word;
    }

    static Behavior of(String word) {
        return Arrays.stream(values())
                .filter(behavior -> behavior.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown behavior " + word));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(behavior -> behavior.word).toList();
    }

    boolean delivers() {
        return this == DELIVER || this == ANSWER_LATE || this == DELAY;
    }

    boolean refuses() {
        return this == REFUSE || this == REFUSE_FOR_NOW;
    }
}
