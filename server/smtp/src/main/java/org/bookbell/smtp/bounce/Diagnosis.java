package org.bookbell.smtp.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What a mail server's codes mean.
 *
 * @param code the enhanced status code (RFC 3463), else the reply code (RFC 5321); empty where neither is known
 * @param reason what can be done; empty where the codes do not say
 */
record Diagnosis(Optional<String> code, Optional<RefusalReason> reason) {

    static final Diagnosis NONE = new Diagnosis(Optional.empty(), Optional.empty());

    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d)");
    private static final Pattern REPLY = Pattern.compile("(?<![\\d.])[45][0-5]\\d(?![\\d.])");
    private static final Pattern POLICY =
            Pattern.compile("spam|block|policy|reputation|blacklist|denied|not allowed|relay");
    private static final Pattern NOBODY =
            Pattern.compile("unrouteable address|unknown user|user unknown|no such user|no mailbox here by that name");

    /**
     * Diagnoses a failure.
     *
     * @param status the field {@code Status}, which some servers always write as {@code 5.0.0}
     * @param diagnostic the field {@code Diagnostic-Code}, on one line; may be empty
     * @param words what is said for people; may be empty
     */
    static Diagnosis ofFailure(String status, String diagnostic, String words) {
        var code = find(ENHANCED, status)
                .filter(known -> !known.endsWith(".0.0"))
                .or(() -> find(ENHANCED, diagnostic).filter(known -> !known.endsWith(".0.0")))
                .or(() -> find(REPLY, diagnostic))
                .or(() -> find(ENHANCED, status));
        return new Diagnosis(code, code.flatMap(known -> reason(known, lower(diagnostic), lower(words))));
    }

    /** Diagnoses what the server still tries to deliver. */
    static Diagnosis ofDelay(String status, String diagnostic) {
        return new Diagnosis(
                ofFailure(status, diagnostic, "").code(), Optional.of(RefusalReason.RECIPIENT_UNREACHABLE));
    }

    private static Optional<RefusalReason> reason(String code, String diagnostic, String words) {
        if (code.startsWith("4")) {
            return Optional.of(RefusalReason.RECIPIENT_UNREACHABLE);
        }
        if (code.endsWith(".0.0")) {
            return NOBODY.matcher(diagnostic + words).find()
                    ? Optional.of(RefusalReason.INVALID_RECIPIENT)
                    : Optional.empty();
        }
        return code.indexOf('.') < 0 ? ofReply(code, diagnostic) : ofEnhanced(code.substring(2));
    }

    /** After {@code 5.}: a full mailbox is no fault of the address, although the code is permanent. */
    private static Optional<RefusalReason> ofEnhanced(String code) {
        return switch (code) {
            case "1.7", "1.8", "1.9" -> Optional.of(RefusalReason.SENDER_OR_ROUTE);
            case "2.1", "4.4" -> Optional.of(RefusalReason.INVALID_RECIPIENT);
            case "2.2" -> Optional.of(RefusalReason.RECIPIENT_UNREACHABLE);
            case "2.3", "3.4" -> Optional.of(RefusalReason.CONTENT);
            default -> ofSubject(code.charAt(0));
        };
    }

    private static Optional<RefusalReason> ofSubject(char subject) {
        return switch (subject) {
            case '1' -> Optional.of(RefusalReason.INVALID_RECIPIENT);
            case '4' -> Optional.of(RefusalReason.SENDER_OR_ROUTE);
            case '6' -> Optional.of(RefusalReason.CONTENT);
            case '7' -> Optional.of(RefusalReason.BLOCKED);
            default -> Optional.empty();
        };
    }

    private static Optional<RefusalReason> ofReply(String code, String diagnostic) {
        return switch (code) {
            case "552" -> Optional.of(RefusalReason.RECIPIENT_UNREACHABLE);
            case "550", "551", "553" ->
                Optional.of(
                        POLICY.matcher(diagnostic).find() ? RefusalReason.BLOCKED : RefusalReason.INVALID_RECIPIENT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
