package org.bookbell.message.ledger;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Optional;

/** A message's history as it is kept with a report: no text, no name, and of its address the last three signs. */
public final class Snapshot {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int SHOWN = 3;

    private Snapshot() {}

    public static String of(MessageHistory history) {
        var events = JSON.createArrayBuilder();
        history.events()
                .forEach(event -> events.add(JSON.createObjectBuilder()
                        .add("at", event.happenedAt().toString())
                        .add("state", event.state().name())
                        .add("detail", orNull(event.detail()))));
        return message(history.entry())
                .add("events", events)
                .add("attempts", attempts(history))
                .add("receipts", receipts(history))
                .build()
                .toString();
    }

    private static JsonObjectBuilder message(LedgerEntry entry) {
        return JSON.createObjectBuilder()
                .add("kind", entry.kind().name())
                .add("channel", entry.channel().name())
                .add("to", orNull(entry.to().address().map(Snapshot::masked)))
                .add("dueAt", entry.window().dueAt().toString())
                .add("usefulUntil", entry.window().usefulUntil().toString())
                .add("state", entry.status().state().name())
                .add("since", entry.status().since().toString())
                .add("reasonCode", orNull(entry.status().reasonCode()))
                .add("reason", orNull(entry.status().reason()));
    }

    private static JsonArrayBuilder attempts(MessageHistory history) {
        var attempts = JSON.createArrayBuilder();
        history.attempts()
                .forEach(attempt -> attempts.add(JSON.createObjectBuilder()
                        .add("gateway", attempt.gateway())
                        .add("state", attempt.state())
                        .add("submittedAt", attempt.submittedAt().toString())
                        .add("providerMessageId", orNull(attempt.providerMessageId()))
                        .add("code", orNull(attempt.code()))
                        .add("detail", orNull(attempt.detail()))));
        return attempts;
    }

    private static JsonArrayBuilder receipts(MessageHistory history) {
        var receipts = JSON.createArrayBuilder();
        history.receipts()
                .forEach(receipt -> receipts.add(JSON.createObjectBuilder()
                        .add("gateway", receipt.gateway())
                        .add("state", receipt.state())
                        .add("receivedAt", receipt.receivedAt().toString())
                        .add("code", orNull(receipt.code()))
                        .add("network", orNull(receipt.network()))));
        return receipts;
    }

    private static String masked(String address) {
        var shown = Math.min(SHOWN, address.length());
        return "•".repeat(address.length() - shown) + address.substring(address.length() - shown);
    }

    private static JsonValue orNull(Optional<String> text) {
        return text.<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
    }
}
