package org.bookbell.http.answer;

import java.util.Locale;
import java.util.function.Function;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.Outcome;
import org.bookbell.http.wire.Outcome.Answered;
import org.bookbell.http.wire.Outcome.NotSent;
import org.bookbell.http.wire.Outcome.Silence;
import org.bookbell.http.wire.Outcome.Unanswered;
import org.bookbell.http.wire.Trouble;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * Who answers requests. What an answer means knows each provider by itself; what it means that none came is the same for all: a
 * message is refused if nothing of its request was sent, and unclear otherwise.
 *
 * @param name what sentences about it begin with, such as {@code The gateway}
 */
public record Answerer(String name) {

    /** What became of a message; an answer is left to {@code reading}. */
    public SubmitResult submitted(Outcome outcome, Function<Answer, SubmitResult> reading) {
        if (outcome instanceof Answered answered) {
            return reading.apply(answered.answer());
        }
        if (outcome instanceof NotSent notSent) {
            return notSent(notSent.trouble());
        }
        var trouble = ((Unanswered) outcome).trouble();
        return SubmitResult.unclear("The request was sent, and no answer came. " + trouble.sentence());
    }

    private SubmitResult notSent(Trouble trouble) {
        var reason = switch (trouble) {
            case CERTIFICATE, TLS, FORBIDDEN -> RefusalReason.ACCOUNT;
            case BUSY -> RefusalReason.THROTTLED;
            case HOST, CONNECTION, TIME_OUT, PROTOCOL, CLOSED -> RefusalReason.UNAVAILABLE;
        };
        return SubmitResult.refused(
                reason, trouble.name().toLowerCase(Locale.ROOT), name + " was not reached. " + trouble.sentence());
    }

    /** Whether an account works; an answer is left to {@code reading}. */
    public CheckResult checked(Outcome outcome, Function<Answer, CheckResult> reading) {
        return outcome instanceof Answered answered
                ? reading.apply(answered.answer())
                : CheckResult.fails(silence((Silence) outcome));
    }

    /** For people: that no answer came, and why. */
    public String silence(Silence silence) {
        return name + " does not answer. " + silence.trouble().sentence();
    }
}
