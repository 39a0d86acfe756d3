package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.it.server.Shop;

/** The ledger of an organization, as the API shows it. */
record Ledger(Shop shop) {

    /** The reminder by SMS that was planned for an appointment. */
    JsonObject reminderOf(String appointment) {
        var found = shop.api().get(shop.path() + "/messages?channel=SMS&appointment=" + appointment);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        return items(found.json()).stream()
                .filter(message -> message.getString("kind").equals("REMINDER"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no reminder in " + found));
    }

    /** All reminders by SMS. */
    List<JsonObject> reminders() {
        var all = new ArrayList<JsonObject>();
        var path = shop.path() + "/messages?channel=SMS&limit=200";
        var page = shop.api().get(path).json();
        all.addAll(items(page));
        while (page.containsKey("next")) {
            page = shop.api().get(path + "&after=" + page.getString("next")).json();
            all.addAll(items(page));
        }
        return all.stream()
                .filter(message -> message.getString("kind").equals("REMINDER"))
                .toList();
    }

    /** Whether any message by SMS is in one of the states. */
    boolean hasAnyIn(List<String> states) {
        var path = shop.path() + "/messages?channel=SMS&limit=1&state=" + String.join("&state=", states);
        return !items(shop.api().get(path).json()).isEmpty();
    }

    /** What became of a message by now. */
    String stateOf(JsonObject message) {
        return history(message).getJsonObject("message").getString("state");
    }

    /** A message with its events and attempts. */
    JsonObject history(JsonObject message) {
        return shop.api()
                .get(shop.path() + "/messages/" + message.getString("id"))
                .json();
    }

    static List<String> states(JsonObject history) {
        return history.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(event -> event.getString("state"))
                .toList();
    }

    private static List<JsonObject> items(JsonObject listing) {
        return listing.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** When its first attempt began. */
    static Instant submittedAt(JsonObject history) {
        return time(history.getJsonArray("attempts").getJsonObject(0), "submittedAt");
    }

    static Instant time(JsonObject json, String name) {
        return OffsetDateTime.parse(json.getString(name)).toInstant();
    }
}
