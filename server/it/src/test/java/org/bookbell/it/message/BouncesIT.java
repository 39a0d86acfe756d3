package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the real server: a message bounces, its client is to be called, and the address is marked. */
class BouncesIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));
    private static final String BOUNCE = """
            Return-Path: <>
            From: MAILER-DAEMON@mail.example.org
            To: %s
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            User unknown

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.org

            Final-Recipient: rfc822; nobody@example.org
            Action: failed
            Status: 5.1.1

            --b--
            """;

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String path = shop.path() + "/gateways";
    private final String letters = path + "/" + shop.slug() + ".letters";
    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @BeforeEach
    void start() {
        mail.start();
        mail.setUser("bounces@practice.example", "bounces", "hunter3");
    }

    @AfterEach
    void stop() {
        server.operator().send("PUT", letters, "{\"enabled\": false}");
        mail.stop();
    }

    @Test
    void a_hard_bounce_puts_the_client_on_the_call_list_and_marks_the_address() throws Exception {
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

        bounce(await().atMost(Duration.ofSeconds(30))
                .until(this::findSender, Optional::isPresent)
                .orElseThrow());
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
                .add("port", Integer.toString(mail.getSmtp().getPort()))
                .add("security", "none")
                .add("fromAddress", "office@practice.example")
                .add("fromName", fromName)
                .add("bounceAddress", "bounces@practice.example")
                .add("imapHost", "127.0.0.1")
                .add("imapPort", Integer.toString(mail.getImap().getPort()))
                .add("imapSecurity", "none")
                .add("imapUsername", "bounces")
                .add("imapPassword", "hunter3");
    }

    private Optional<String> findSender() throws MessagingException {
        for (var message : mail.getReceivedMessages()) {
            var isToClient = Arrays.toString(message.getAllRecipients()).contains("nobody-of-" + shop.slug());
            var sender = message.getHeader("Return-Path", null);
            if (isToClient && sender != null) {
                return Optional.of(sender.replaceAll("[<>]", ""));
            }
        }
        return Optional.empty();
    }

    private void bounce(String sender) throws Exception {
        assertThat(sender).matches("bounces\\+[0-9a-z]{23}@practice\\.example");
        var bytes = BOUNCE.formatted(sender).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var bounce = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        var user = mail.getManagers().getUserManager().getUser("bounces");
        mail.getManagers().getImapHostManager().getInbox(user).appendMessage(bounce, new Flags(), new Date());
    }

    private boolean isMarked() {
        var clients = shop.api().get(shop.path() + "/clients").json().getJsonArray("items");
        return clients.getValuesAs(JsonObject.class).stream()
                .anyMatch(client -> client.containsKey("emailFails") && !client.isNull("emailFails"));
    }
}
