package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Mailbox;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** A client ends an organization's e-mail by one press, as programs that read mail do it, and begins it again. */
class UnsubscribeIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Mailbox mailbox = Mailbox.of(server);
    private final Shop shop = Shop.on(server, 1);
    private final String reader = "reader-of-" + shop.slug();

    @Test
    void one_press_ends_mail_and_another_begins_it_again() {
        book(START);
        var link = mailbox.awaitLinks(reader + "@example.org", 1).get(0);

        var asked = server.api().get(link + "/unsubscribe");
        var pressed = server.api().submit(link + "/unsubscribe", "List-Unsubscribe=One-Click");
        var without = book(START.plus(Duration.ofHours(2)));
        server.api().submit(link + "/unsubscribe/undo", "");
        var with = book(START.plus(Duration.ofHours(4)));

        assertThat(List.of(asked.status(), pressed.status())).containsOnly(200);
        assertThat(asked.body()).contains("Stop e-mail from");
        assertThat(statesOfMail(without)).containsOnly("SKIPPED");
        assertThat(statesOfMail(with)).doesNotContain("SKIPPED");
        assertThat(server.api().get(link + "x/unsubscribe").status()).isEqualTo(404);
    }

    private String book(Instant start) {
        var booked = shop.book(shop.staff().get(0), start, reader);
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().getString("id");
    }

    private List<String> statesOfMail(String appointment) {
        var found = shop.api().get(shop.path() + "/messages?channel=EMAIL&appointment=" + appointment);
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(message -> message.getJsonObject("to").getString("kind").equals("CLIENT"))
                .map(message -> message.getString("state"))
                .toList();
    }
}
