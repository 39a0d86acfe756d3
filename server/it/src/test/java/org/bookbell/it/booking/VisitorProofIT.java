package org.bookbell.it.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visitors who book more than a few times show that they are people, to a service that speaks as CAPTCHAs do. */
@SuppressWarnings("NullAway.Init")
class VisitorProofIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));
    private static final int WITHOUT_PROOF = 2;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private BookbellServer server;
    private Shop shop;

    @BeforeEach
    void a_server_with_a_service_that_knows_people() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/siteverify", exchange -> {
            var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(question);
            var answer =
                    ("{\"success\":" + question.contains("response=person") + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        server = BookbellServer.on(
                Vendor.H2.freshSchema(),
                Map.of(
                        "bookbell.bookings.unprovenPerHour",
                        Integer.toString(WITHOUT_PROOF),
                        "bookbell.captcha.verifyUrl",
                        "http://127.0.0.1:" + service.getAddress().getPort() + "/siteverify",
                        "bookbell.captcha.script",
                        "https://js.example.org/api.js",
                        "bookbell.captcha.siteKey",
                        "site-1",
                        "bookbell.captcha.secret",
                        "quiet"));
        shop = Shop.on(server, 1);
    }

    @AfterEach
    void stop() {
        server.kill();
        service.stop(0);
    }

    @Test
    void who_books_a_lot_is_asked_for_proof_and_served_with_it() {
        for (int hour = 0; hour < WITHOUT_PROOF; hour++) {
            var booked = book(hour, "");
            assertThat(booked.status()).as(booked.toString()).isEqualTo(303);
        }
        assertThat(asked).as("so far").isEmpty();

        var refused = book(5, "");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Please show that you are a person, below, and book again.")
                .contains("class=\"h-captcha\" data-sitekey=\"site-1\"")
                .contains("src=\"https://js.example.org/api.js\"");

        assertThat(book(5, "&h-captcha-response=robot").status()).isEqualTo(422);
        var proven = book(5, "&h-captcha-response=person");

        assertThat(proven.status()).as(proven.toString()).isEqualTo(303);
        assertThat(asked)
                .hasSize(2)
                .allMatch(question -> question.startsWith("secret=quiet&response=") && question.contains("&remoteip="));
        assertThat(shop.statusesAt(START.plus(Duration.ofHours(5)))).hasSize(1);
    }

    private Answer book(int hour, String proof) {
        var path = "/b/" + shop.slug() + "/" + shop.service() + "/details";
        var form =
                "start=" + START.plus(Duration.ofHours(hour)) + "&name=Ann&email=ann" + hour + "@example.org" + proof;
        return shop.visitor().submit(path, form);
    }
}
