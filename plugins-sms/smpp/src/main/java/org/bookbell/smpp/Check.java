package org.bookbell.smpp;

import java.time.Duration;
import org.bookbell.smpp.link.Binds;
import org.bookbell.smpp.link.Standing;
import org.bookbell.smpp.wire.Endpoint;
import org.bookbell.smpp.wire.Exchange.Answered;
import org.bookbell.spi.gateway.CheckResult;
import org.jsmpp.util.DefaultComposer;

/** Asks whether an account's binds are there, and whether the message center answers over one of them. */
final class Check {

    private static final Duration BIND = Duration.ofSeconds(6);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Binds binds;
    private final Endpoint endpoint;

    Check(Binds binds, Endpoint endpoint) {
        this.binds = binds;
        this.endpoint = endpoint;
    }

    CheckResult run() {
        try {
            binds.tryNow(BIND);
            var standing = binds.standing();
            if (standing.sending().bound() == 0) {
                return CheckResult.fails(endpoint + ": " + standing.trouble().sentence());
            }
            if (standing.hearing().bound() == 0) {
                return CheckResult.fails(endpoint + ": Messages can be sent, but no receipts come. "
                        + standing.trouble().sentence());
            }
            return answers() ? works(standing) : CheckResult.fails(endpoint + " does not answer an enquire_link.");
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return CheckResult.fails("The check was given up.");
        }
    }

    private boolean answers() throws InterruptedException {
        var place = binds.take(Duration.ZERO);
        if (place.isEmpty()) {
            // all places wait for answers to messages
            return true;
        }
        try (var taken = place.get()) {
            return taken.ask(new DefaultComposer()::enquireLink, ANSWER, late -> {}) instanceof Answered;
        }
    }

    private CheckResult works(Standing standing) {
        var hearing = standing.sending().equals(standing.hearing()) ? "" : ", " + standing.hearing() + " for receipts";
        return CheckResult.works(
                "Bound to " + endpoint + ", " + standing.sending() + hearing + "; it answers an enquire_link.");
    }
}
