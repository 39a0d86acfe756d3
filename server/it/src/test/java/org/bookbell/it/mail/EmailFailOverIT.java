package org.bookbell.it.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two accounts at two mail servers, of which the first one is out of order. */
class EmailFailOverIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String first = shop.slug() + ".first";
    private final String second = shop.slug() + ".second";
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mail.start();
        addAccount("first", 10, FreePort.find());
        addAccount("second", 20, mail.getSmtp().getPort());
        // a check takes up what was changed a moment ago
        assertThat(check(first)).contains("FAILS");
        assertThat(check(second)).contains("WORKS");
    }

    private String check(String gateway) {
        return server.operator()
                .post(shop.path() + "/gateways/" + gateway + "/check", "")
                .body();
    }

    @AfterEach
    void stop() {
        for (var gateway : List.of(first, second)) {
            server.operator().send("PUT", shop.path() + "/gateways/" + gateway, "{\"enabled\": false}");
        }
        mail.stop();
    }

    @Test
    void an_email_goes_over_the_second_account_while_nobody_answers_at_the_first() {
        var booked = shop.book(shop.staff().get(0), START, "client-of-" + shop.slug());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);

        await().atMost(Duration.ofMinutes(1)).until(() -> mail.getReceivedMessages().length, count -> count > 0);

        assertThat(mail.getReceivedMessages())
                .anySatisfy(message -> assertThat(GreenMailUtil.getWholeMessage(message))
                        .contains("client-of-" + shop.slug() + "@example.org"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(attempts(booked.json().getString("id")))
                        .containsExactly(first + " REFUSED", second + " ACCEPTED"));
    }

    /** Of the confirmation, in their order. */
    private List<String> attempts(String appointment) {
        var messages = shop.api()
                .get(shop.path() + "/messages?channel=EMAIL&appointment=" + appointment)
                .json()
                .getJsonArray("items");
        var confirmation = messages.getValuesAs(JsonObject.class).stream()
                .filter(message -> message.getString("kind").equals("CONFIRMATION")
                        && message.getJsonObject("to").getString("kind").equals("CLIENT"))
                .findFirst()
                .orElseThrow();
        return shop
                .api()
                .get(shop.path() + "/messages/" + confirmation.getString("id"))
                .json()
                .getJsonArray("attempts")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(attempt -> attempt.getString("gateway") + " " + attempt.getString("state"))
                .toList();
    }

    private void addAccount(String name, int position, int port) {
        Shop.create(
                server.operator(),
                shop.path() + "/gateways",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("kind", "EMAIL")
                        .add("provider", "smtp")
                        .add("position", position)
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("host", "127.0.0.1")
                                        .add("port", Integer.toString(port))
                                        .add("security", "none")
                                        .add("fromAddress", name + "@practice.example")));
    }
}
