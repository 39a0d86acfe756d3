package org.bookbell.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;

/**
 * The simulator's own protocol: each line of a POST, or the query of a GET, is a receipt {@code
 * kind=receipt&id=…&state=DELIVERED&at=…&code=…} or a reply {@code kind=reply&id=…&from=…&to=…&text=…&at=…}, percent-encoded
 * as in a form.
 */
final class HookCalls {

    private HookCalls() {}

    static String write(Receipt receipt) {
        return line(
                "kind", "receipt",
                "id", receipt.providerMessageId().orElse(""),
                "state", receipt.state().name(),
                "at", receipt.occurredAt().map(Instant::toString).orElse(""),
                "code", receipt.code().orElse(""));
    }

    static String write(Reply reply) {
        return line(
                "kind", "reply",
                "id", reply.providerMessageId().orElse(""),
                "from", reply.from(),
                "to", reply.to().orElse(""),
                "text", reply.text(),
                "at", reply.occurredAt().map(Instant::toString).orElse(""));
    }

    static HookResult read(HookRequest request, Optional<String> secret) {
        if (secret.isPresent() && !HookSignature.isRight(secret.get(), request)) {
            return HookResult.forged("The signature is missing or wrong.");
        }
        try {
            return read(request.method().equals("POST") ? request.text() : request.query());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return HookResult.malformed("A line is no receipt and no reply.");
        }
    }

    private static HookResult read(String lines) {
        var receipts = new ArrayList<Receipt>();
        var replies = new ArrayList<Reply>();
        for (var line : lines.split("\n", -1)) {
            if (!line.isBlank()) {
                var values = HookRequest.parameters(line.strip());
                if (value(values, "kind").orElse("").equals("reply")) {
                    replies.add(reply(values, line));
                } else {
                    receipts.add(receipt(values, line));
                }
            }
        }
        return new HookResult.Understood(
                receipts, replies, HookAnswer.text("taken " + (receipts.size() + replies.size())));
    }

    private static Receipt receipt(Map<String, List<String>> values, String line) {
        return new Receipt(
                Optional.empty(),
                value(values, "id"),
                Receipt.State.valueOf(value(values, "state").orElse("")),
                value(values, "at").map(Instant::parse),
                value(values, "code"),
                Optional.empty(),
                line);
    }

    private static Reply reply(Map<String, List<String>> values, String line) {
        return new Reply(
                value(values, "from").orElse(""),
                value(values, "to"),
                value(values, "text").orElse(""),
                value(values, "id"),
                value(values, "at").map(Instant::parse),
                line);
    }

    private static Optional<String> value(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().filter(text -> !text.isEmpty());
    }

    private static String line(String... namesAndValues) {
        var line = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            line.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return line.append('\n').toString();
    }
}
