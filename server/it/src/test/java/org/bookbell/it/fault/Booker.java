package org.bookbell.it.fault;

import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bookbell.it.server.Shop;

/**
 * Books one time after the other with one staff member. What failed it asks again under the same key, as a careful client
 * does; of what was answered it keeps the appointment.
 */
final class Booker {

    private final Shop shop;
    private final int number;
    private final Map<String, String> booked = new ConcurrentHashMap<>();
    private Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    private int turn;

    Booker(Shop shop, int number) {
        this.shop = shop;
        this.number = number;
    }

    /** Asks for the next time and answers the status; only what was booked is not asked again. */
    int book() {
        var key = "booker-" + number + "-" + turn;
        var wish = shop.wish(shop.staff().get(number), start)
                .add("client", Json.createObjectBuilder().add("name", key).add("email", key + "@example.org"));
        var answer = shop.api()
                .with("Idempotency-Key", key)
                .post(shop.path() + "/appointments", wish.build().toString());
        if (answer.status() == 201) {
            booked.put(key, answer.json().getString("id"));
            start = start.plus(Duration.ofMinutes(Shop.MINUTES));
            turn++;
        }
        return answer.status();
    }

    /** The appointments by their keys. */
    Map<String, String> booked() {
        return Map.copyOf(booked);
    }
}
