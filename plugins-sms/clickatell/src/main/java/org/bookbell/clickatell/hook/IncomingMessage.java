package org.bookbell.clickatell.hook;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Reply;

/**
 * Reads an SMS to a two-way number: {@code from}, {@code to}, {@code text} and {@code moMsgId} by the HTTP API, whose text is
 * bytes in {@code charset}; {@code fromNumber}, {@code toNumber}, {@code text} and {@code replyMessageId} by the SMS API
 * ("HTTP API: Reply callback"); {@code from}, {@code to}, {@code content} and {@code messageId} by the One API ("One API:
 * Receive message callback"). Short codes and names are no replies.
 */
final class IncomingMessage {

    private static final Pattern NUMBER = Pattern.compile("\\+?[1-9][0-9]{6,14}");
    private static final int LONGEST_ID = 120;

    private IncomingMessage() {}

    static Optional<Reply> read(Item item, String raw) {
        var from = item.findAny("fromNumber", "from").filter(NUMBER.asMatchPredicate());
        var charset = charset(item.find("charset").orElse(""));
        var text = item.text("text", charset).or(() -> item.text("content", charset));
        if (from.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reply(
                from.get().startsWith("+") ? from.get() : "+" + from.get(),
                item.findAny("toNumber", "to"),
                text.get(),
                item.findAny("moMsgId", "replyMessageId", "messageId").filter(id -> id.length() <= LONGEST_ID),
                Moment.find(item),
                raw));
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
