package org.bookbell.spi.gateway;

/**
 * What a gateway's account answered when it was asked whether it would accept messages.
 *
 * @param outcome whether it would
 * @param detail a full sentence for the operator; never a secret
 */
public record CheckResult(Outcome outcome, String detail) {

    /** Whether the account would accept messages. */
    public enum Outcome {
        WORKS,
        FAILS,
        /** The provider offers no such question. */
        NOT_OFFERED
    }

    public static CheckResult works(String detail) {
        return new CheckResult(Outcome.WORKS, detail);
    }

    public static CheckResult fails(String detail) {
        return new CheckResult(Outcome.FAILS, detail);
    }

    public static CheckResult notOffered() {
        return new CheckResult(Outcome.NOT_OFFERED, "The provider offers no check.");
    }
}
