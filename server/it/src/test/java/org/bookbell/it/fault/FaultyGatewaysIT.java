package org.bookbell.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Mood;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Gateways that fail in every way that a provider can, all at the same time, beside one that works. */
@SuppressWarnings("NullAway.Init")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultyGatewaysIT {

    private static final Logger LOG = System.getLogger(FaultyGatewaysIT.class.getName());
    private static final boolean IS_FULL = Boolean.getBoolean("bookbell.it.full");
    private static final int EACH = IS_FULL ? 200 : 20;
    private static final int NIGHT = IS_FULL ? 1_000 : 100;
    /** So many of a gateway's messages are worked on at once, see {@code Lane}. */
    private static final int AT_ONCE = 16;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Where nobody listens. */
    private static final String TO_NOBODY = "+1918";

    private static final String TO_BUSY = "+1920";

    @TempDir
    private static Path folder;

    private static Sending sending;
    private static Desk good;
    private static final Map<Mood, Desk> DESKS = new EnumMap<>(Mood.class);

    @BeforeAll
    static void a_gateway_in_each_mood_and_a_good_one_behind_it() throws SQLException {
        sending = Sending.on(Vendor.MARIADB.freshSchema(), folder);
        good = sending.desk("good", 5, false);
        sending.sendOne("+17185550100");
        for (var mood : Mood.values()) {
            var name = "desk-" + mood.ordinal();
            var desk = sending.desk(name, 5, false);
            desk.be(mood);
            DESKS.put(mood, desk);
            sending.route(prefix(mood), name, "good");
        }
        sending.addGateway("nobody", URI.create("http://127.0.0.1:" + FreePort.find() + "/nobody"), false);
        sending.route(TO_NOBODY, "nobody", "good");
    }

    @AfterAll
    static void stop() {
        sending.close();
    }

    @Test
    @Order(1)
    void whatever_a_gateway_does_each_message_has_one_outcome_and_the_others_do_not_wait() throws SQLException {
        var moods = Mood.values();
        var due = Instant.now();
        sending.reminders.copy(
                EACH * moods.length, n -> Copy.due(number(moods[n % moods.length], n / moods.length), due));

        sending.awaitDecided();

        log();
        var wrongNumbers = (long) EACH;
        assertThat(sending.reminders.states())
                .isEqualTo(Map.of("ACCEPTED", (long) EACH * (moods.length - 1), "REFUSED", wrongNumbers));
        assertThat(sending.reminders.called())
                .hasSize(EACH)
                .allMatch(number -> number.startsWith(prefix(Mood.KNOWS_NO_NUMBER)));
        assertThat(took(DESKS.get(Mood.TAKES), Mood.TAKES)).hasSize(EACH).allSatisfy(FaultyGatewaysIT::once);
        assertThat(took(good, Mood.TAKES)).isEmpty();
        assertThat(took(good, Mood.KNOWS_NO_NUMBER)).isEmpty();
        for (var mood : List.of(Mood.BLOCKS, Mood.THROTTLES, Mood.FAILS, Mood.HANGS)) {
            assertThat(took(good, mood)).as(mood.name()).hasSize(EACH).allSatisfy(FaultyGatewaysIT::once);
        }
        for (var mood : List.of(Mood.BABBLES, Mood.TAKES_AND_HANGS)) {
            assertThat(everywhere(mood))
                    .as(mood.name())
                    .hasSize(EACH)
                    .allSatisfy((number, times) -> assertThat(times).isLessThanOrEqualTo(2));
        }
        assertThat(DESKS.get(Mood.TAKES).taken().stream()
                        .map(Taken::at)
                        .max(Instant::compareTo)
                        .orElseThrow())
                .as("the healthy gateway waited for nobody")
                .isBefore(due.plusSeconds(10));
    }

    @Test
    @Order(2)
    void a_provider_that_throttles_is_called_once_in_the_pause_it_asks_for() {
        var throttling = DESKS.get(Mood.THROTTLES);
        var first = throttling.calls().get(0);
        assertThat(throttling.calls().stream().filter(first.plus(CourierCompany.PAUSE)::isAfter))
                .as("those that were on their way when it first asked")
                .hasSizeBetween(1, AT_ONCE);
    }

    @Test
    @Order(3)
    void a_provider_that_throttled_is_called_again_once_its_pause_is_over() throws SQLException {
        var busy = sending.desk("busy", 5, false);
        busy.be(Mood.THROTTLES);
        sending.route(TO_BUSY, "busy");
        sending.reminders.copy(1, n -> Copy.due(number(TO_BUSY, 1_000_000), Instant.now()));
        await().atMost(PATIENCE).until(() -> !busy.calls().isEmpty());
        var asked = busy.calls().get(0);
        busy.be(Mood.TAKES);
        var due = Instant.now();

        sending.reminders.copy(1, n -> Copy.due(number(TO_BUSY, 2_000_000), due));
        sending.awaitDecided();

        assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", 1L));
        assertThat(busy.calls().get(1)).isAfterOrEqualTo(asked.plus(CourierCompany.PAUSE));
        LOG.log(
                Level.INFO,
                "asked for {0} ms of pause, a provider was called again after {1} ms",
                CourierCompany.PAUSE.toMillis(),
                Duration.between(asked, busy.calls().get(1)).toMillis());
    }

    @Test
    @Order(4)
    void what_nobody_listens_to_has_taken_nothing_and_the_next_gateway_is_asked_at_once() throws SQLException {
        var due = Instant.now();
        sending.reminders.copy(EACH, n -> Copy.due(number(TO_NOBODY, 1_000_000 + n), due));

        sending.awaitDecided();

        assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) EACH));
        var taken = times(List.of(good), TO_NOBODY);
        LOG.log(Level.INFO, "{0} messages over a closed port and then the next gateway", taken.size());
        assertThat(taken).hasSize(EACH).allSatisfy(FaultyGatewaysIT::once);
    }

    /** The server is off while messages fall due; some of them have stopped being useful when it comes back. */
    @Test
    @Order(5)
    void after_a_night_off_what_is_still_useful_goes_out_nearest_first_and_people_are_told_of_the_rest()
            throws SQLException {
        var line = sending.desk("line", 5, false);
        sending.route("+1917", "line");
        sending.server.kill();
        var due = Instant.now().minus(Duration.ofHours(10));
        var useful = Duration.ofHours(11);
        sending.reminders.copy(3 * NIGHT, n -> switch (n % 3) {
            case 0 -> new Copy(number("+1917", 3_000_000 + n), due, useful, due.plus(A_DAY));
            case 1 -> new Copy(number("+1917", 1_000_000 + n), due, useful, due.plus(useful));
            default ->
                new Copy(number("+1917", 2_000_000 + n), due, Duration.ofHours(1), due.plus(Duration.ofHours(2)));
        });

        sending.server.startAgain();
        sending.awaitDecided();

        assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", 2L * NIGHT, "TOO_LATE", (long) NIGHT));
        assertThat(sending.reminders.called()).hasSize(NIGHT).allMatch(number -> number.startsWith("+19172"));
        var order = line.taken().stream().map(Taken::to).toList();
        assertThat(order).hasSize(2 * NIGHT).doesNotHaveDuplicates();
        assertThat(order.subList(0, NIGHT - AT_ONCE)).allMatch(number -> number.startsWith("+19171"));
        assertThat(order.subList(NIGHT + AT_ONCE, 2 * NIGHT)).allMatch(number -> number.startsWith("+19173"));
        LOG.log(Level.INFO, "after a night off {0} were sent and {1} were too late", order.size(), NIGHT);
    }

    private static void once(String number, Long times) {
        assertThat(times).as(number).isEqualTo(1);
    }

    private static void log() {
        for (var mood : Mood.values()) {
            LOG.log(
                    Level.INFO,
                    "{0}: {1} messages, called {2} times, {3} taken there, {4} by the next gateway, {5} twice",
                    mood,
                    EACH,
                    DESKS.get(mood).calls().size(),
                    took(DESKS.get(mood), mood).size(),
                    took(good, mood).size(),
                    everywhere(mood).values().stream()
                            .filter(times -> times > 1)
                            .count());
        }
    }

    private static Map<String, Long> took(Desk desk, Mood mood) {
        return times(List.of(desk), prefix(mood));
    }

    private static Map<String, Long> everywhere(Mood mood) {
        return times(List.of(good, DESKS.get(mood)), prefix(mood));
    }

    private static Map<String, Long> times(List<Desk> desks, String prefix) {
        var taken = new ArrayList<Taken>();
        desks.forEach(desk -> taken.addAll(desk.taken()));
        return taken.stream()
                .map(Taken::to)
                .filter(number -> number.startsWith(prefix))
                .collect(groupingBy(number -> number, counting()));
    }

    private static String prefix(Mood mood) {
        return "+164" + mood.ordinal();
    }

    private static String number(Mood mood, int n) {
        return number(prefix(mood), 1_000_000 + n);
    }

    private static String number(String prefix, int n) {
        return prefix + n;
    }
}
