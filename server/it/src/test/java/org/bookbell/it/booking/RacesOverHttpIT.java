package org.bookbell.it.booking;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The races of {@link DoubleBookingIT} at the front door: the losers are told that they lost, and where to go instead. */
class RacesOverHttpIT {

    static final Instant LAST_DAY = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(60));

    private static final Instant FIRST_DAY = LAST_DAY.minus(Duration.ofDays(30));
    private static final int RACERS = 50;
    private static final int ROUNDS = 2;
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(RACERS);

    @AfterAll
    static void stop() {
        THREADS.shutdown();
    }

    static Stream<Arguments> everyPathOnBothDatabases() {
        return Stream.of(Vendor.H2, Vendor.MARIADB)
                .flatMap(vendor -> Stream.of(HttpWritePath.values()).map(path -> Arguments.of(vendor, path)));
    }

    @ParameterizedTest
    @MethodSource("everyPathOnBothDatabases")
    void of_fifty_who_ask_for_a_time_one_gets_it_and_the_rest_are_told_the_next_free_ones(
            Vendor vendor, HttpWritePath path) throws Exception {
        var shop = Shop.on(BookbellServer.shared(vendor), 1);
        var racer = path.prepare(shop, RACERS);

        for (var round = 0; round < ROUNDS; round++) {
            var start = FIRST_DAY.plus(Duration.ofDays(round)).plus(Duration.ofHours(11));
            racer.getReady(start);

            var answers = race(racer, start);

            assertThat(answers).filteredOn(answer -> answer.status() < 400).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() >= 400)
                    .allSatisfy(answer -> assertTellsTheNextFree(path, answer));
            assertThat(shop.statusesAt(start)).containsOnlyOnce("BOOKED").allMatch(RacesOverHttpIT::isSettled);
        }
    }

    private static List<Answer> race(HttpWritePath.Racer racer, Instant start) throws Exception {
        var gate = new CyclicBarrier(RACERS);
        var running = IntStream.range(0, RACERS)
                .mapToObj(number -> THREADS.submit(() -> {
                    gate.await(1, MINUTES);
                    return untilItAnswers(() -> racer.run(number, start));
                }))
                .toList();
        var answers = new ArrayList<Answer>();
        for (var each : running) {
            answers.add(each.get(2, MINUTES));
        }
        return answers;
    }

    /** A server with more to do than it can says 503, and does nothing: ask again. */
    private static Answer untilItAnswers(Supplier<Answer> request) {
        return await().atMost(Duration.ofMinutes(1)).until(request::get, answer -> answer.status() != 503);
    }

    private static void assertTellsTheNextFree(HttpWritePath path, Answer refused) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.body()).contains(path.refusal());
    }

    private static boolean isSettled(String status) {
        return status.equals("BOOKED") || status.equals("CANCELLED");
    }
}
