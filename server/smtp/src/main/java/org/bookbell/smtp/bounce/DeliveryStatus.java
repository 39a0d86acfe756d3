package org.bookbell.smtp.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a delivery status notification (RFC 3464 §2) says of its recipient, the worst first where there are several.
 *
 * @param status the field {@code Status}, may be empty
 * @param diagnostic the field {@code Diagnostic-Code} on one line, may be empty
 */
record DeliveryStatus(Action action, String status, String diagnostic) {

    /** RFC 3464 §2.3.3, the worst first. */
    enum Action {
        FAILED,
        DELAYED,
        RELAYED,
        EXPANDED,
        DELIVERED;

        private static Optional<Action> find(String word) {
            return List.of(values()).stream()
                    .filter(action -> action.name()
                            .equals(word.replaceAll("\\(.*", "").strip().toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** Reads groups of fields that empty lines part; empty if none of them says what was done. */
    static Optional<DeliveryStatus> read(byte[] text) throws MessagingException {
        var in = new ByteArrayInputStream(withoutBlankLinesAhead(text));
        var found = new ArrayList<DeliveryStatus>();
        while (in.available() > 0) {
            of(new InternetHeaders(in)).ifPresent(found::add);
        }
        return found.stream().min(Comparator.comparing(DeliveryStatus::action));
    }

    private static Optional<DeliveryStatus> of(InternetHeaders fields) {
        return Action.find(field(fields, "Action"))
                .map(action -> new DeliveryStatus(action, field(fields, "Status"), field(fields, "Diagnostic-Code")));
    }

    private static String field(InternetHeaders fields, String name) {
        var value = fields.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }

    private static byte[] withoutBlankLinesAhead(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).stripLeading().getBytes(StandardCharsets.ISO_8859_1);
    }
}
