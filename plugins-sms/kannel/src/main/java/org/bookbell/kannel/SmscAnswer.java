package org.bookbell.kannel;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * The SMSC's words in a report. Those of a delivery receipt are {@code id:… sub:… dlvrd:… submit date:… done date:…
 * stat:UNDELIV err:00b text:…} (SMPP v3.4, Appendix B); what an SMSC said to a submission, Kannel writes as {@code
 * ACK/words} and {@code NACK/0x0000000b/words} ({@code bb_smscconn_send_failed} in {@code gw/bb_smscconn.c}).
 *
 * @param words as Kannel wrote them; may be empty, and may end with the beginning of the message
 */
record SmscAnswer(String words) {

    private static final Pattern STATUS = Pattern.compile("\\bstat:\\s?([A-Za-z]{1,15})");
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s?(\\w{1,10})");
    private static final Pattern NACK = Pattern.compile("NACK/(?:0x([0-9a-fA-F]{8}))?/?(.*)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\\btext:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * The statuses of SMPP v3.4, §5.1.3, that say why. Of others it is not certain; those that mean "later" Kannel tries
     * again by itself until its {@code sms-resend-retry} is used up.
     */
    private static final Map<Integer, RefusalReason> REASONS = Map.of(
            0x0a, RefusalReason.SENDER_OR_ROUTE, // invalid source address
            0x0b, RefusalReason.INVALID_RECIPIENT, // invalid destination address
            0x48, RefusalReason.SENDER_OR_ROUTE, // invalid source address TON
            0x49, RefusalReason.SENDER_OR_ROUTE); // invalid source address NPI

    private static final String RETRIES_EXCEEDED = "Retries Exceeded";

    /** Whether the SMSC says that nobody will know. */
    boolean isUnknown() {
        return status().filter("UNKNOWN"::equals).isPresent();
    }

    /** Its code: state and error of a receipt, or the status of a refused submission, or else Kannel's words. */
    Optional<String> code() {
        return status().map(status -> status + error().map(error -> " " + error).orElse(""))
                .or(() -> nack(1).map(status -> "0x" + status))
                .or(() -> nack(2));
    }

    Optional<RefusalReason> reasonOfLoss() {
        if (status().filter("EXPIRED"::equals).isPresent()) {
            return Optional.of(RefusalReason.RECIPIENT_UNREACHABLE);
        }
        if (nack(2).filter(RETRIES_EXCEEDED::equals).isPresent()) {
            return Optional.of(RefusalReason.UNAVAILABLE);
        }
        return nack(1).map(status -> Integer.parseUnsignedInt(status, 16)).map(REASONS::get);
    }

    /**
     * Why it is late. "Buffered" means a phone that is off or out of reach (user guide, chapter 10), unless the SMSC only
     * says that it has the message.
     */
    Optional<RefusalReason> reasonOfDelay() {
        return status().filter(status -> !status.startsWith("BUFF")).isPresent()
                ? Optional.empty()
                : Optional.of(RefusalReason.RECIPIENT_UNREACHABLE);
    }

    /** The words without those of the message. */
    String withoutText() {
        return TEXT.matcher(words).replaceFirst("").strip();
    }

    private Optional<String> status() {
        return found(STATUS);
    }

    private Optional<String> error() {
        return found(ERROR);
    }

    private Optional<String> found(Pattern pattern) {
        var matcher = pattern.matcher(withoutText());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Optional<String> nack(int group) {
        var matcher = NACK.matcher(words);
        return matcher.matches()
                ? Optional.ofNullable(matcher.group(group)).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Nothing: the words may be those of the message. */
    @Override
    public String toString() {
        return "SmscAnswer";
    }
}
