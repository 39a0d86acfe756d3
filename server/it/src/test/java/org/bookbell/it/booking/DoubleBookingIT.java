package org.bookbell.it.booking;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.Staff;
import org.bookbell.it.database.ReusedSchemas;
import org.bookbell.it.database.Vendor;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the path and the database, of fifty who want one time one gets it. */
class DoubleBookingIT {

    private static final int RACERS = 50;
    private static final int ROUNDS = Integer.getInteger("bookbell.it.rounds", 20);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(RACERS);
    private static final Map<Vendor, ReusedSchemas> SCHEMAS = new EnumMap<>(Vendor.class);

    @AfterAll
    static void stop() {
        THREADS.shutdown();
    }

    static Stream<Arguments> everyPathOnEveryDatabase() {
        return Stream.of(Vendor.values())
                .flatMap(vendor -> Stream.of(WritePath.values()).map(path -> Arguments.of(vendor, path)));
    }

    @ParameterizedTest
    @MethodSource("everyPathOnEveryDatabase")
    void of_fifty_who_race_for_a_time_one_gets_it_and_the_rest_are_told_that_it_is_taken(Vendor vendor, WritePath path)
            throws Exception {
        var schemas = SCHEMAS.computeIfAbsent(vendor, ReusedSchemas::on);
        var pool = schemas.open();
        try (var house = BookingFixture.on(TestDatabase.on(pool))) {
            Staff staff = house.aStaffMember("Anna");
            var racer = path.prepare(house, house.aService(staff), staff, RACERS);

            for (var round = 0; round < ROUNDS; round++) {
                var start = WritePath.FIRST_DAY.plus(Duration.ofDays(round));
                racer.getReady(start);

                assertThat(race(racer, start))
                        .as("round %d", round)
                        .isEqualTo(Map.of("got it", 1L, "taken", RACERS - 1L));
            }
            assertThat(house.overlaps()).isZero();
        } finally {
            schemas.takeBack(pool);
        }
    }

    private static Map<String, Long> race(WritePath.Racer racer, Instant start) throws Exception {
        var gate = new CyclicBarrier(RACERS);
        var running = IntStream.range(0, RACERS)
                .mapToObj(number -> THREADS.submit(() -> {
                    gate.await(1, MINUTES);
                    return outcome(racer, number, start);
                }))
                .toList();
        List<String> outcomes = new ArrayList<>();
        for (var each : running) {
            outcomes.add(each.get(5, MINUTES));
        }
        return outcomes.stream().collect(groupingBy(outcome -> outcome, counting()));
    }

    private static String outcome(WritePath.Racer racer, int number, Instant start) {
        try {
            racer.run(number, start);
            return "got it";
        } catch (ProblemException refused) {
            return refused.type() == ProblemType.SLOT_TAKEN ? "taken" : refused.toString();
        }
    }
}
