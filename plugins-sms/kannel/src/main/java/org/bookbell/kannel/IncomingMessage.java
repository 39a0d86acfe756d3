package org.bookbell.kannel;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Reply;

/**
 * Reads an SMS that an sms-service of the smsbox brings; {@code docs/providers/kannel.md} has its address. Kannel writes the
 * text as its bytes ({@code %b}, user guide of 1.4.5, Table 7-10), which are UTF-8 for a text of the 7-bit alphabet and
 * UTF-16BE for one in UCS-2, and says which ({@code %C}). Short codes, names and binary messages are no replies.
 */
final class IncomingMessage {

    private static final Pattern NUMBER = Pattern.compile("\\+?[1-9][0-9]{6,14}");
    private static final String BINARY = "8-BIT";
    private static final int LONGEST_ID = 120;

    private IncomingMessage() {}

    static Optional<Reply> read(Query query, String raw) {
        var from = query.find("from").flatMap(IncomingMessage::number);
        var charset = query.find("charset").orElse("");
        if (from.isEmpty() || charset.equals(BINARY)) {
            return Optional.empty();
        }
        return Optional.of(new Reply(
                from.get(),
                query.find("to"),
                query.find("text", charset(charset)).orElse(""),
                query.find("id").filter(id -> id.length() <= LONGEST_ID),
                query.findTime("at"),
                raw));
    }

    /** {@code number} in E.164: Kannel writes international numbers with a plus sign, 00 or nothing before them. */
    private static Optional<String> number(String number) {
        var plain = number.startsWith("00") ? number.substring(2) : number;
        return Optional.of(plain)
                .filter(NUMBER.asMatchPredicate())
                .map(digits -> digits.startsWith("+") ? digits : "+" + digits);
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
