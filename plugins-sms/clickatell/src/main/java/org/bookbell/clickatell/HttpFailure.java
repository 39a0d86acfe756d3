package org.bookbell.clickatell;

import java.time.Clock;
import org.bookbell.http.answer.RetryAfter;
import org.bookbell.http.wire.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;

/**
 * What an answer means that holds no code of Clickatell's, by the classes of HTTP (RFC 9110, 15): 503 and 4xx say that it was
 * not done, other 5xx come from anywhere on the way.
 */
final class HttpFailure {

    private HttpFailure() {}

    static SubmitResult read(Answer answer, Clock clock) {
        var code = Integer.toString(answer.status());
        return switch (answer.status()) {
            case 401, 402, 403, 407 ->
                SubmitResult.refused(
                        RefusalReason.ACCOUNT, code, "Clickatell refuses the account, its credit or our address.");
            case 413, 414 -> SubmitResult.refused(RefusalReason.CONTENT, code, "The request is too long.");
            case 429 -> new Refused(RefusalReason.THROTTLED, code, "Too many requests.", RetryAfter.of(answer, clock));
            case 408, 503 ->
                new Refused(
                        RefusalReason.UNAVAILABLE,
                        code,
                        "Clickatell takes no messages for now.",
                        RetryAfter.of(answer, clock));
            default -> ofClass(answer.status() / 100, code);
        };
    }

    private static SubmitResult ofClass(int kind, String code) {
        return switch (kind) {
            case 2 -> SubmitResult.unclear("The answer is none of Clickatell's.");
            case 5 -> SubmitResult.unclear("The answer was " + code + ", which may come from anywhere on the way.");
            default -> SubmitResult.refused(RefusalReason.OTHER, code, "The request was refused.");
        };
    }
}
