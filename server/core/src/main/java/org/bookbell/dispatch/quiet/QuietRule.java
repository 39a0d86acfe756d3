package org.bookbell.dispatch.quiet;

import java.time.Instant;
import java.util.Optional;

/** What becomes of a message that is to be sent now. Touches no database. */
final class QuietRule {

    private QuietRule() {}

    /** What to do. */
    sealed interface Step {

        /** It wakes nobody. */
        record Go() implements Step {}

        /** It is sent when the quiet hours are over. */
        record Wait(Instant until) implements Step {}

        /** It would be of no use afterwards: a person tells the client, or not. */
        record Call() implements Step {}
    }

    /**
     * Decides.
     *
     * @param askedAt when a person last wanted it to be sent: who asks for it in the night knows what time it is, but is
     *     not obeyed before the morning where that is early enough
     */
    static Step decide(Ringing message, Optional<Instant> askedAt, Instant now) {
        if (!message.isQuiet(now)) {
            return new Step.Go();
        }
        var end = message.quietEnd(now);
        if (end.isBefore(message.usefulUntil())) {
            return new Step.Wait(end);
        }
        boolean isAskedForNow = askedAt.filter(asked ->
                        message.isQuiet(asked) && message.quietEnd(asked).equals(end))
                .isPresent();
        return isAskedForNow ? new Step.Go() : new Step.Call();
    }
}
