package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In the real server: agendas and invitations come with their files to a real mail server. */
class AgendaIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant TOMORROW =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(24 + 12));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String letters = shop.path() + "/gateways/" + shop.slug() + ".letters";
    private final String desk = "desk@" + shop.slug() + ".example";
    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});

    @BeforeEach
    void open() {
        mail.start();
        var settings = Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", Integer.toString(mail.getSmtp().getPort()))
                .add("security", "none")
                .add("fromAddress", "office@practice.example")
                .add("fromName", "Practice");
        Shop.create(
                server.operator(),
                shop.path() + "/gateways",
                Json.createObjectBuilder()
                        .add("name", "letters")
                        .add("kind", "EMAIL")
                        .add("provider", "smtp")
                        .add("settings", settings));
        assertThat(server.operator().post(letters + "/check", "").body()).contains("WORKS");
        var changed = server.operator().send("PATCH", shop.path(), "{\"email\":\"" + desk + "\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        server.operator().send("PUT", letters, "{\"enabled\": false}");
        mail.stop();
    }

    @Test
    void an_agenda_comes_once_with_its_files_and_their_hashes() throws Exception {
        assertThat(shop.book(shop.staff().get(0), TOMORROW, "paula").status()).isEqualTo(201);

        wantAgendaNow();

        var agenda = awaitLetter(desk, "agenda for");
        var parts = parts(agenda);
        var text = parts.get(0).getContent().toString();
        assertThat(text).contains("12:00–12:30  Half an hour, paula, with Staff 1");
        var files = parts.subList(1, parts.size());
        assertThat(names(files)).anyMatch(name -> name.endsWith(".csv")).anyMatch(name -> name.endsWith(".ics"));
        for (var file : files) {
            assertThat(text).contains(sha256(file.getInputStream().readAllBytes()));
        }
        await().atMost(PATIENCE)
                .until(
                        () -> server.operator().get("/api/v1/operator/jobs").body(),
                        jobs -> jobs.contains("\"agenda\""));
        var ledger = shop.api().get(shop.path() + "/messages?limit=200").body();
        assertThat(ledger.split("\"AGENDA\"", -1)).as("one agenda in " + ledger).hasSize(2);
        assertThat(letters(desk, "agenda for")).hasSize(1);
    }

    @Test
    void a_client_is_invited_and_called_off() throws Exception {
        var booked = shop.book(shop.staff().get(0), TOMORROW.plus(Duration.ofDays(3)), "quentin");
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        var id = booked.json().getString("id");

        var invitation = calendarOf(awaitLetter("quentin@example.org", "Your appointment"));
        var cancelled = shop.api()
                .post(shop.path() + "/appointments/" + id + "/cancel", "{\"reason\":\"The room is closed.\"}");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        var callOff = calendarOf(awaitLetter("quentin@example.org", "will not take place"));

        assertThat(invitation)
                .contains(
                        "METHOD:REQUEST", "UID:" + id + "@bookbell", ":mailto:" + desk, ":mailto:quentin@example.org");
        assertThat(callOff).contains("METHOD:CANCEL", "UID:" + id + "@bookbell", "STATUS:CANCELLED");
        assertThat(sequence(callOff)).isGreaterThan(sequence(invitation));
    }

    /** At this minute, be it of the morning or of the evening. */
    private void wantAgendaNow() {
        var now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        var half = now.isBefore(LocalTime.NOON) ? "morning" : "evening";
        var wish = Json.createObjectBuilder()
                .add(half, now.toString())
                .add("daysAhead", 7)
                .add("addresses", Json.createArrayBuilder(List.of(desk)));
        var changed = server.operator()
                .send("PUT", shop.path() + "/agenda", wish.build().toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        var seen = shop.api().get(shop.path() + "/agenda").json();
        assertThat(seen.getString(half)).isEqualTo(now.toString());
    }

    private MimeMessage awaitLetter(String to, String subject) {
        return await("a letter to " + to)
                .atMost(PATIENCE)
                .until(() -> letters(to, subject).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private List<MimeMessage> letters(String to, String subject) throws MessagingException {
        var found = new ArrayList<MimeMessage>();
        for (var message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(to)
                    && message.getSubject().contains(subject)) {
                found.add(message);
            }
        }
        return found;
    }

    private static List<BodyPart> parts(MimeMessage message) throws MessagingException, IOException {
        var parts = (MimeMultipart) message.getContent();
        var all = new ArrayList<BodyPart>();
        for (int i = 0; i < parts.getCount(); i++) {
            all.add(parts.getBodyPart(i));
        }
        return all;
    }

    private static List<String> names(List<BodyPart> files) throws MessagingException {
        var names = new ArrayList<String>();
        for (var file : files) {
            names.add(file.getFileName());
        }
        return names;
    }

    /** The only file, without its folds. */
    private static String calendarOf(MimeMessage message) throws MessagingException, IOException {
        var file = parts(message).get(1);
        assertThat(file.getContentType()).startsWith("text/calendar").contains("method=");
        return new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n ", "");
    }

    private static int sequence(String calendar) {
        return Stream.of(calendar.split("\r\n"))
                .filter(line -> line.startsWith("SEQUENCE:"))
                .map(line -> Integer.parseInt(line.substring("SEQUENCE:".length())))
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
