package org.bookbell.it.booking;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A booking that was answered is there after a power cut, on the embedded database too. */
class KillNineIT {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 100;

    private final BookbellServer server = BookbellServer.on(Vendor.H2.freshSchema());

    @AfterEach
    void stop() {
        server.kill();
    }

    @Test
    void every_acknowledged_booking_survives_kill_9() throws Exception {
        var shop = Shop.on(server, WRITERS);
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var writers = Executors.newFixedThreadPool(WRITERS);
        IntStream.range(0, WRITERS)
                .forEach(writer -> writers.execute(() -> bookUntilItDies(shop, writer, acknowledged)));

        await().atMost(2, MINUTES).pollInterval(Duration.ofMillis(20)).until(() -> acknowledged.size() > ENOUGH);
        server.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(30, SECONDS)).isTrue();
        server.startAgain();

        assertThat(acknowledged).allSatisfy(id -> {
            var found = shop.api().get(shop.path() + "/appointments/" + id);
            assertThat(found.status()).as(found.toString()).isEqualTo(200);
            assertThat(found.json().getString("status")).isEqualTo("BOOKED");
        });
    }

    private static void bookUntilItDies(Shop shop, int writer, Queue<String> acknowledged) {
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        try {
            while (true) {
                var answer = shop.book(shop.staff().get(writer), start, "client" + writer);
                if (answer.status() == 201) {
                    acknowledged.add(answer.json().getString("id"));
                }
                start = start.plus(Duration.ofMinutes(Shop.MINUTES));
            }
        } catch (UncheckedIOException dead) {
            return; // what was not answered was not promised
        }
    }
}
