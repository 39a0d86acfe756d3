package org.bookbell.kannel;

import java.util.Map;
import java.util.Optional;
import org.bookbell.http.wire.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * What the smsbox's answer to sendsms means (user guide of Kannel 1.4.5, Table 7-16; the texts are those of {@code
 * gw/smsbox.c}). An answer that no smsbox gives comes from something before it, which may have passed the message on.
 */
final class SendSmsAnswer {

    private static final Map<String, RefusalReason> FAULTS = Map.of(
            "white- and/or black-lists", RefusalReason.SENDER_OR_ROUTE,
            "Sender missing", RefusalReason.SENDER_OR_ROUTE,
            "receiver number", RefusalReason.INVALID_RECIPIENT,
            "Charset or body misformed", RefusalReason.CONTENT,
            "DLR-URL field misformed", RefusalReason.ACCOUNT);

    private SendSmsAnswer() {}

    static SubmitResult read(Answer answer) {
        return switch (answer.status()) {
            case 202 -> new SubmitResult.Accepted(Optional.empty(), Optional.empty());
            case 400 -> refused(reasonOf(answer.text()), answer, "Kannel found a fault in the request.");
            case 401, 407 -> refused(RefusalReason.ACCOUNT, answer, "Something before Kannel asks for a sign-in.");
            case 403 -> forbidden(answer);
            case 404 -> refused(RefusalReason.UNAVAILABLE, answer, "There is no sendsms at the address.");
            case 429 -> refused(RefusalReason.THROTTLED, answer, "Too many requests.");
            case 503 -> refused(RefusalReason.UNAVAILABLE, answer, "Kannel takes no messages for now.");
            default -> unknown(answer);
        };
    }

    private static SubmitResult forbidden(Answer answer) {
        return answer.text().contains("Not routable")
                ? refused(RefusalReason.SENDER_OR_ROUTE, answer, "Kannel has no SMSC for the number.")
                : refused(RefusalReason.ACCOUNT, answer, "Kannel refuses the user, the password or our address.");
    }

    private static SubmitResult unknown(Answer answer) {
        var kind = answer.status() / 100;
        if (kind == 3) {
            return refused(RefusalReason.UNAVAILABLE, answer, "The address refers to another one.");
        }
        if (kind == 4) {
            return refused(RefusalReason.OTHER, answer, "The request was refused.");
        }
        return answer.text().startsWith("Sending failed")
                ? refused(RefusalReason.UNAVAILABLE, answer, "Kannel failed to send.")
                : SubmitResult.unclear("The answer was " + answer.status() + ", which is none of Kannel's.");
    }

    private static RefusalReason reasonOf(String text) {
        return FAULTS.entrySet().stream()
                .filter(fault -> text.contains(fault.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(RefusalReason.OTHER);
    }

    private static SubmitResult refused(RefusalReason reason, Answer answer, String detail) {
        return SubmitResult.refused(reason, Integer.toString(answer.status()), detail);
    }
}
