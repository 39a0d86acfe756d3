package org.bookbell.export.busy.fetch;

import java.io.IOException;

/** Why a calendar is not here; the message is a sentence for whoever subscribed. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }

    /** Nobody listens at an address; another one may. */
    static final class Unreachable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreachable() {
            super("the host has no address");
        }

        Unreachable(IOException cause) {
            super("nobody listens", cause);
        }
    }
}
