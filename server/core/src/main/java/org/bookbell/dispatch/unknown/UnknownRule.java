package org.bookbell.dispatch.unknown;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.message.calls.UnknownPolicy;
import org.bookbell.message.timing.WorkingHours;

/** What is done now about a message that is unknown. Touches no database. */
final class UnknownRule {

    private UnknownRule() {}

    /** What to do. */
    enum Act {
        NOTHING,
        EMAIL,
        CALL
    }

    /** What to do, and when to look again. */
    record Step(Act act, Instant lookAgainAt) {}

    /**
     * An unknown message.
     *
     * @param start of its appointment
     * @param mayGoByEmail whether an e-mail may reach its recipient
     * @param isToldByEmail whether one has told the same already
     */
    record Unknown(
            Instant usefulUntil, Optional<Instant> start, ZoneId zone, boolean mayGoByEmail, boolean isToldByEmail) {

        /** When a person must know at the latest, so that three working hours are left to call. */
        Instant latest() {
            return WorkingHours.latestToCall(usefulUntil, start, zone);
        }
    }

    static Step decide(UnknownPolicy policy, Unknown message, Instant now) {
        return switch (policy) {
            case LEAVE -> new Step(Act.NOTHING, RetryRule.NEVER);
            case CALL_LIST -> callOrWait(message, now);
            case EMAIL_AS_WELL -> emailOrCall(message, now);
        };
    }

    private static Step emailOrCall(Unknown message, Instant now) {
        if (message.isToldByEmail()) {
            return new Step(Act.NOTHING, RetryRule.NEVER);
        }
        return message.mayGoByEmail() && now.isBefore(message.usefulUntil())
                ? new Step(Act.EMAIL, RetryRule.NEVER)
                : callOrWait(message, now);
    }

    private static Step callOrWait(Unknown message, Instant now) {
        var latest = message.latest();
        return now.isBefore(latest) ? new Step(Act.NOTHING, latest) : new Step(Act.CALL, RetryRule.NEVER);
    }
}
