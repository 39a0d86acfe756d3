package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** A client ends an organization's e-mail by one press, as programs that read mail do it, and begins it again. */
class UnsubscribeIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);

    @Test
    void one_press_ends_mail_and_another_begins_it_again() {
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "mailbox-" + shop.slug())
                        .add("kind", "EMAIL")
                        .add("provider", "mailbox"));
        book(START);
        var link = linkInMailbox();

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

    /** The link in what the reader of this shop was sent: other shops of the server write to the same mailbox. */
    private String linkInMailbox() {
        var letter = Pattern.compile("reader-of-" + shop.slug() + "@.*?(?<link>/self/[A-Za-z0-9_-]+)", Pattern.DOTALL);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> letter.matcher(
                                server.operator().get("/demo/mailbox").body()),
                        found -> found.find())
                .group("link");
    }

    private String book(Instant start) {
        var booked = shop.book(shop.staff().get(0), start, "reader-of-" + shop.slug());
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
