package org.bookbell.kannel;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * Reads what an smsbox says of a message at the {@link ReportAddress} (user guide of Kannel 1.4.5, chapter 10). Reports
 * come in any order; a kind that is none of the five is left out.
 */
final class DeliveryReport {

    private static final Pattern ATTEMPT = Pattern.compile("[0-9A-Z]{13}");

    private DeliveryReport() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it names no attempt
     */
    static Optional<Receipt> read(Query query) {
        var answer = new SmscAnswer(query.find("answer").orElse(""));
        return switch (query.find("type").orElse("")) {
            case "1" -> Optional.of(receipt(query, answer, State.DELIVERED, Optional.empty()));
            case "2", "16" -> Optional.of(lost(query, answer));
            case "4" -> Optional.of(receipt(query, answer, State.BUFFERED, answer.reasonOfDelay()));
            case "8" -> Optional.of(receipt(query, answer, State.BUFFERED, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Receipt lost(Query query, SmscAnswer answer) {
        return answer.isUnknown()
                ? receipt(query, answer, State.UNKNOWN, Optional.empty())
                : receipt(query, answer, State.UNDELIVERED, answer.reasonOfLoss());
    }

    private static Receipt receipt(Query query, SmscAnswer answer, State state, Optional<RefusalReason> reason) {
        return new Receipt(
                Optional.of(attempt(query)),
                Optional.empty(),
                state,
                query.findTime("at"),
                state == State.DELIVERED ? Optional.empty() : answer.code(),
                Optional.empty(),
                evidence(query, answer),
                reason);
    }

    private static String attempt(Query query) {
        return query.find("id")
                .filter(ATTEMPT.asMatchPredicate())
                .orElseThrow(() -> new IllegalArgumentException("the report names no attempt"));
    }

    /** The SMSC's own id of the message is here: by it a carrier finds a message that nobody reported. */
    private static String evidence(Query query, SmscAnswer answer) {
        return "type=" + query.find("type").orElse("") + " smsc="
                + query.find("smsc").orElse("") + " id=" + query.find("fid").orElse("") + " at="
                + query.find("at").orElse("") + " " + answer.withoutText();
    }
}
