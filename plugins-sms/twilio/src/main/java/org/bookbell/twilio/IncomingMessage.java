package org.bookbell.twilio;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.twilio.HookCalls.Call;

/**
 * Reads an incoming message ("Twilio's request to your incoming message Webhook URL", {@code
 * docs/messaging/guides/webhook-request}). What short codes, names and other channels such as WhatsApp send is no reply, nor
 * is a picture without a word.
 */
final class IncomingMessage {

    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,120}");

    private IncomingMessage() {}

    static Optional<Reply> read(Call call) {
        var from = call.find("From").filter(NUMBER.asMatchPredicate());
        var text = call.findWords("Body").filter(words -> !words.isBlank());
        if (from.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reply(
                from.get(),
                call.find("To"),
                text.get(),
                call.find("MessageSid").filter(ID.asMatchPredicate()),
                Optional.empty(),
                call.raw()));
    }
}
