package org.bookbell.it.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real mail server takes a message and bounces it: its client is to be called, and the address is marked. */
class BouncesIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String path = shop.path() + "/gateways";
    private final String letters = path + "/" + shop.slug() + ".letters";
    private final GreenMail mailbox = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private @Nullable Exim exim;

    @BeforeEach
    void start() {
        mailbox.start();
        exim = Exim.start(mailbox.getSmtp().getPort());
        mailbox.setUser("bounces@practice.example", "bounces", "hunter3");
    }

    @AfterEach
    void stop() {
        server.operator().send("PUT", letters, "{\"enabled\": false}");
        if (exim != null) {
            exim.close();
        }
        mailbox.stop();
    }

    @Test
    void a_hard_bounce_puts_the_client_on_the_call_list_and_marks_the_address() {
        Shop.create(
                server.operator(),
                path,
                Json.createObjectBuilder()
                        .add("name", "letters")
                        .add("kind", "EMAIL")
                        .add("provider", "smtp")
                        .add("settings", settings("Practice")));
        var checked = server.operator().post(letters + "/check", "");
        assertThat(checked.body()).contains("WORKS");
        var booked = shop.book(shop.staff().get(0), START, "nobody-of-" + shop.slug());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);

        await("the bounce").atMost(Duration.ofMinutes(1)).until(this::isBounced);
        // an account that was changed is opened anew, and looks at once
        var changed = server.operator()
                .send(
                        "PUT",
                        letters,
                        Json.createObjectBuilder()
                                .add("enabled", true)
                                .add("settings", settings("The practice"))
                                .build()
                                .toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> shop.api().get(shop.path() + "/callList").body(),
                        body -> body.contains("INVALID_RECIPIENT"));
        await().atMost(Duration.ofSeconds(30)).until(this::isMarked);
    }

    private JsonObjectBuilder settings(String fromName) {
        return Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", Integer.toString(Objects.requireNonNull(exim).port()))
                .add("security", "none")
                .add("fromAddress", "office@practice.example")
                .add("fromName", fromName)
                .add("bounceAddress", "bounces@practice.example")
                .add("imapHost", "127.0.0.1")
                .add("imapPort", Integer.toString(mailbox.getImap().getPort()))
                .add("imapSecurity", "none")
                .add("imapUsername", "bounces")
                .add("imapPassword", "hunter3");
    }

    private boolean isBounced() throws MessagingException {
        for (var message : mailbox.getReceivedMessages()) {
            var to = message.getHeader("To", null);
            if (GreenMailUtil.getBody(message).contains("nobody-of-" + shop.slug())) {
                assertThat(to).matches("bounces\\+[0-9a-z]{23}@practice\\.example");
                return true;
            }
        }
        return false;
    }

    private boolean isMarked() {
        var clients = shop.api().get(shop.path() + "/clients").json().getJsonArray("items");
        return clients.getValuesAs(JsonObject.class).stream()
                .anyMatch(client -> client.containsKey("emailFails") && !client.isNull("emailFails"));
    }
}
