package org.bookbell.smpp.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bookbell.smpp.text.PartHeader;
import org.bookbell.smpp.text.Ucs2;
import org.bookbell.smpp.wire.Incoming;
import org.bookbell.spi.gateway.Receipt.State;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * A delivery receipt as it came. Its text is that of SMPP 3.4, Appendix B, {@code id:… sub:… dlvrd:… submit date:… done
 * date:… stat:… err:… Text:…}, of which vendors leave out parts; the TLVs receipted_message_id, message_state and
 * network_error_code (5.3.2.12, 5.3.2.35 and 5.3.2.31) count more where they are.
 *
 * @param namedId the id in the TLV
 * @param writtenId the id in the text
 * @param code the provider's words for a message that is undelivered or late
 * @param raw the text as it came, or the TLVs where there is none
 */
public record StatusReport(
        Optional<String> namedId, Optional<String> writtenId, State state, Optional<String> code, String raw) {

    private static final Pattern TEXT = Pattern.compile("(?i)\\btext:");
    private static final Pattern ID = Pattern.compile("(?i)\\bid:\\s*([^\\s,;]{1,65})");
    private static final Pattern STAT = Pattern.compile("(?i)\\bstat:\\s*([a-z_]{1,20})");
    private static final Pattern ERR = Pattern.compile("(?i)\\berr:\\s*([0-9a-z]{1,20})");
    private static final int NETWORK_ERROR_LENGTH = 3;

    /** Reads a receipt or a notification; empty if it names no message or no state. */
    public static Optional<StatusReport> read(Incoming incoming) {
        var text = textOf(incoming);
        var facts = TEXT.split(text, 2)[0];
        var named = incoming.parameters()
                .find(Tag.RECEIPTED_MESSAGE_ID)
                .map(StatusReport::words)
                .filter(id -> !id.isEmpty() && id.length() <= 65);
        var written = find(ID, facts);
        var word = stateIn(incoming).or(() -> find(STAT, facts).map(stat -> stat.toUpperCase(Locale.ROOT)));
        if (word.isEmpty() || (named.isEmpty() && written.isEmpty())) {
            return Optional.empty();
        }
        var state = incoming.isNotification() ? State.BUFFERED : stateOf(word.get());
        var error = networkError(incoming).or(() -> find(ERR, facts));
        var code = state == State.DELIVERED ? Optional.<String>empty() : Optional.of(code(word.get(), error));
        var raw = text.isBlank() ? "message_state:" + word.get() + " id:" + named.orElse("") : text;
        return Optional.of(new StatusReport(named, written, state, code, raw));
    }

    /** Receipts are ASCII whatever the message center's alphabet is, or UCS-2 where they say so. */
    private static String textOf(Incoming incoming) {
        var octets = incoming.hasHeader() ? PartHeader.strip(incoming.octets()) : incoming.octets();
        return incoming.dataCoding() == Ucs2.DATA_CODING ? Ucs2.decode(octets) : words(octets);
    }

    private static String words(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
    }

    private static Optional<String> find(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::find).map(found -> found.group(1));
    }

    /** The state in the TLV (SMPP 3.4, 5.2.28; 0 and 9 from SMPP 5.0, 4.7.15). */
    private static Optional<String> stateIn(Incoming incoming) {
        return incoming.parameters()
                .find(Tag.MESSAGE_STATE)
                .filter(value -> value.length == 1)
                .map(value -> switch (value[0]) {
                    case 0 -> "SCHEDULED";
                    case 1 -> "ENROUTE";
                    case 2 -> "DELIVRD";
                    case 3 -> "EXPIRED";
                    case 4 -> "DELETED";
                    case 5 -> "UNDELIV";
                    case 6 -> "ACCEPTD";
                    case 7 -> "UNKNOWN";
                    case 8 -> "REJECTD";
                    case 9 -> "SKIPPED";
                    default -> "STATE" + value[0];
                });
    }

    /** What is not known is taken for "on its way", which changes nothing. */
    private static State stateOf(String word) {
        return switch (word) {
            case "DELIVRD", "DELIVERED" -> State.DELIVERED;
            case "UNDELIV",
                    "UNDELIVERED",
                    "UNDELIVERABLE",
                    "REJECTD",
                    "REJECTED",
                    "EXPIRED",
                    "DELETED",
                    "SKIPPED",
                    "FAILED" -> State.UNDELIVERED;
            case "UNKNOWN" -> State.UNKNOWN;
            default -> State.BUFFERED;
        };
    }

    private static Optional<String> networkError(Incoming incoming) {
        return incoming.parameters()
                .find(Tag.NETWORK_ERROR_CODE)
                .filter(value -> value.length == NETWORK_ERROR_LENGTH)
                .map(value -> Integer.toString(((value[1] & 0xFF) << 8) | (value[2] & 0xFF)));
    }

    private static String code(String word, Optional<String> error) {
        return error.filter(number -> !number.matches("0*"))
                .map(number -> word + " " + number)
                .orElse(word);
    }

    /** Shows the state only. */
    @Override
    public String toString() {
        return "StatusReport[" + state + "]";
    }
}
