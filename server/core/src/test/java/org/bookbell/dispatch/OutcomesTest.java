package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever gateways answer and receipts say: in the end each message has an outcome, and somebody is told of the bad ones. */
class OutcomesTest {

    private static final Duration STEP = Duration.ofMinutes(20);
    /** What the last message is useful for, and the receipts' window after it. */
    private static final Duration UNTIL_ALL_IS_DECIDED = Duration.ofHours(6 + 2).plus(STEP);

    @Test
    void no_message_is_without_outcome_or_reason() {
        var outcomes = play(1, 600);

        assertThat(outcomes.keySet()).contains("DELIVERED", "REFUSED", "UNDELIVERED", "UNKNOWN");
    }

    @Tag("full")
    @Test
    void of_a_million_messages_none_is_without_outcome_or_reason() {
        var outcomes = new TreeMap<String, Long>();
        for (long seed = 1; seed <= 200; seed++) {
            play(seed, 5_000).forEach((state, count) -> outcomes.merge(state, count, Long::sum));
        }

        System.getLogger(OutcomesTest.class.getName())
                .log(System.Logger.Level.INFO, "outcomes of a million messages: {0}", outcomes);
        assertThat(outcomes.values().stream().mapToLong(each -> each).sum()).isEqualTo(1_000_000);
    }

    private static Map<String, Long> play(long seed, int messages) {
        var database = TestDatabase.h2();
        try (var house = new DispatchHouse(database)) {
            var world = new World(house, database, new Random(seed));
            world.plan(messages);
            var end = database.clock().instant().plus(UNTIL_ALL_IS_DECIDED);
            while (database.clock().instant().isBefore(end)) {
                house.drain();
                world.report();
                house.watch();
                database.clock().advance(STEP);
            }
            house.drain();

            assertThat(world.undecided()).as("seed %d", seed).isEmpty();
            assertThat(world.untold()).as("seed %d", seed).isEmpty();
            return world.states("1 = 1").stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        }
    }

    /** Gateways with moods of their own. */
    private static final class World {

        private final DispatchHouse house;
        private final TestDatabase database;
        private final Random random;
        private final List<Taken> taken = new ArrayList<>();

        private record Taken(String gateway, String attemptId) {}

        World(DispatchHouse house, TestDatabase database, Random random) {
            this.house = house;
            this.database = database;
            this.random = random;
            for (var name : List.of("first", "second", "third")) {
                RecordingSmsGateway gateway = house.gateway(name, taken.size() + 1);
                gateway.answers(sms -> answer(name, sms));
            }
        }

        void plan(int messages) {
            var now = database.clock().instant();
            for (int i = 0; i < messages; i++) {
                var row = house.aMessage().usefulUntil(now.plus(Duration.ofMinutes(1 + random.nextInt(360))));
                (random.nextInt(10) == 0 ? row.toStaff() : row).planned();
            }
        }

        private synchronized SubmitResult answer(String gateway, SmsSubmission sms) {
            return switch (random.nextInt(20)) {
                case 0, 1 -> SubmitResult.unclear("nobody answered");
                case 2, 3 -> {
                    var reasons = RefusalReason.values();
                    yield SubmitResult.refused(reasons[random.nextInt(reasons.length)], "", "");
                }
                default -> {
                    taken.add(new Taken(gateway, sms.attemptId()));
                    yield random.nextInt(20) == 0
                            ? SubmitResult.unclear("the answer was lost")
                            : SubmitResult.accepted("p-" + sms.attemptId());
                }
            };
        }

        /** Some of what was taken arrives, some does not, and of some nothing is ever heard. */
        synchronized void report() {
            for (var each : taken) {
                int luck = random.nextInt(10);
                if (luck < 8) {
                    house.receipts().store(each.gateway(), luck < 6 ? delivered(each) : failed(each));
                }
            }
            house.receipts().apply();
            taken.clear();
        }

        private Receipt delivered(Taken of) {
            return receipt(of, Receipt.State.DELIVERED, Optional.empty());
        }

        /** For any reason or none, or only late for one. */
        private Receipt failed(Taken of) {
            var reasons = RefusalReason.values();
            var reason = Optional.of(reasons[random.nextInt(reasons.length)]);
            return switch (random.nextInt(4)) {
                case 0 -> receipt(of, Receipt.State.BUFFERED, reason);
                case 1 -> receipt(of, Receipt.State.UNDELIVERED, reason);
                default -> receipt(of, Receipt.State.UNDELIVERED, Optional.empty());
            };
        }

        private Receipt receipt(Taken of, Receipt.State state, Optional<RefusalReason> reason) {
            return new Receipt(
                    Optional.of(of.attemptId()),
                    Optional.empty(),
                    state,
                    Optional.of(database.clock().instant()),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    reason);
        }

        /** States that are no outcome. */
        List<String> undecided() {
            return states("state IN ('PLANNED', 'CLAIMED', 'SUBMITTING', 'UNCLEAR', 'ACCEPTED')");
        }

        /** States of what did not provably arrive and has neither a reason nor a line of the call list. */
        List<String> untold() {
            return states("state <> 'DELIVERED' AND reason_code IS NULL"
                    + " AND NOT EXISTS (SELECT 1 FROM call_list c WHERE c.message_id = message.id)");
        }

        private List<String> states(String condition) {
            return database.inTransaction(() ->
                    database.sql().list("SELECT state FROM message WHERE " + condition, row -> row.getText("state")));
        }
    }
}
