package org.bookbell.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Mailbox;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever host a request claims to be for, links and redirects lead to the server's own address. */
@SuppressWarnings("NullAway.Init")
class ForgedHostIT {

    private static final String FORGED = "evil.example";
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));
    private static final Pattern REDIRECT = Pattern.compile("(?im)^Location: (?<to>\\S+)");

    private static BookbellServer server;
    private static Shop shop;
    private static Api operator;
    private static Mailbox mailbox;

    @BeforeAll
    static void open() {
        server = BookbellServer.shared(Vendor.H2);
        shop = Shop.on(server, 1);
        operator = server.operator();
        mailbox = Mailbox.of(server);
    }

    @Test
    void no_page_and_no_redirect_leads_to_a_forged_host() {
        var visitor = Api.at(server.address());
        var answers = new ArrayList<String>();

        for (var path : List.of(
                "/",
                "/sign-in",
                "/o/" + shop.slug() + "/today",
                "/b/" + shop.slug(),
                "/b/" + shop.slug() + "/" + shop.service(),
                "/b/" + shop.slug() + "/",
                "/assets",
                "/status",
                "/openapi",
                "/nowhere",
                "/docs/errors/not-found",
                shop.path() + "/services")) {
            answers.add(exchange(visitor, "GET " + path, ""));
            answers.add(exchange(visitor, "GET http://" + FORGED + path, ""));
        }
        for (var path : List.of("/", "/operator", "/operator/gateways/mailbox")) {
            answers.add(exchange(operator, "GET " + path, ""));
        }
        answers.add(exchange(visitor, "POST /sign-in", "email=nobody%40example.org&password=wrong"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).doesNotContain(FORGED));
    }

    @Test
    void a_booking_for_a_forged_host_leads_to_our_own_address_on_the_page_and_in_the_letter() {
        var reader = "reader-of-" + shop.slug();
        var details = "/b/" + shop.slug() + "/" + shop.service() + "/details";

        var booked = exchange(
                shop.visitor(),
                "POST " + details,
                "start=" + START + "&name=" + reader + "&email=" + reader + "%40example.org");

        assertThat(booked).startsWith("HTTP/1.1 303").doesNotContain(FORGED);
        var redirect = REDIRECT.matcher(booked);
        assertThat(redirect.find()).as(booked).isTrue();
        var own = redirect.group("to").replaceFirst("^https?://[^/]+", "");
        assertThat(exchange(shop.visitor(), "GET " + own, ""))
                .startsWith("HTTP/1.1 200")
                .doesNotContain(FORGED);
        assertThat(exchange(shop.visitor(), "GET " + own.replaceFirst("\\?.*", "") + "/appointment.ics", ""))
                .startsWith("HTTP/1.1 200")
                .doesNotContain(FORGED);
        var letters = mailbox.awaitLetter(reader + "@example.org");
        assertThat(letters).contains(server.address() + "/self/").doesNotContain(FORGED);
    }

    @Test
    void what_is_created_for_a_forged_host_has_an_address_on_ours() {
        var created = exchange(
                shop.api().with("Content-Type", "application/json"),
                "POST " + shop.path() + "/locations",
                "{\"name\":\"Somewhere\"}");

        assertThat(created)
                .startsWith("HTTP/1.1 201")
                .contains("Location: " + server.address() + shop.path() + "/locations/")
                .doesNotContain(FORGED);
    }

    /** Our own client writes no false host, so the request is written here, and the answer read as it came. */
    private static String exchange(Api api, String request, String body) {
        var type = api.headerLines().contains("Content-Type") || body.isEmpty()
                ? ""
                : "Content-Type: application/x-www-form-urlencoded\r\n";
        var head = request + " HTTP/1.0\r\nHost: " + FORGED + "\r\nX-Forwarded-Host: " + FORGED
                + "\r\nX-Forwarded-Server: " + FORGED + "\r\nForwarded: host=" + FORGED + ";proto=https"
                + "\r\nAccept: text/html,application/json\r\n" + type + api.headerLines() + "Content-Length: "
                + body.length() + "\r\n\r\n";
        var address = server.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((head + body).getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
