package org.bookbell.clickatell;

import org.bookbell.clickatell.wire.RestClient.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * What an answer means that holds no code of Clickatell's, by the classes of HTTP (RFC 9110, 15): 503 and 4xx say that it was
 * not done, other 5xx come from anywhere on the way.
 */
final class HttpFailure {

    private HttpFailure() {}

    static SubmitResult read(Answer answer) {
        var code = Integer.toString(answer.status());
        return switch (answer.status()) {
            case 401, 402, 403, 407 ->
                SubmitResult.refused(
                        RefusalReason.ACCOUNT, code, "Clickatell refuses the account, its credit or our address.");
            case 413, 414 -> SubmitResult.refused(RefusalReason.CONTENT, code, "The request is too long.");
            case 429 -> later(answer, RefusalReason.THROTTLED, "Too many requests.");
            case 408, 503 -> later(answer, RefusalReason.UNAVAILABLE, "Clickatell takes no messages for now.");
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

    private static SubmitResult later(Answer answer, RefusalReason reason, String words) {
        return new SubmitResult.Refused(reason, Integer.toString(answer.status()), words, answer.retryAfter());
    }
}
