package org.bookbell.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.it.database.MariaDbServer;
import org.bookbell.it.database.Schema;
import org.bookbell.it.feed.Subscription;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database dies while people book and thousands of reminders are sent, stays away, and comes back: whoever asks hears at
 * once that nothing can be done, nothing that was promised is lost, and nothing is done twice.
 */
class DatabaseGoneIT {

    private static final Logger LOG = System.getLogger(DatabaseGoneIT.class.getName());
    private static final boolean IS_FULL = Boolean.getBoolean("bookbell.it.full");
    private static final int OUTAGES = IS_FULL ? 3 : 1;
    private static final Duration AWAY = Duration.ofSeconds(IS_FULL ? 60 : 40);
    private static final int MESSAGES = IS_FULL ? 6_000 : 2_000;
    private static final int BOOKERS = 2;
    private static final int ANSWER_AFTER_MILLIS = 100;
    private static final int CONNECTED = 1;

    private static final String TO_FIRST = "+1917";
    private static final String TO_SECOND = "+1646";
    private static final String BEFORE = "+1718";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration REFUSES_WITHIN = Duration.ofSeconds(2);
    /** More than the moment for which a server does not ask again which edition of a feed is current. */
    private static final Duration EDITION_IS_BELIEVED = Duration.ofMillis(100);

    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    @Test
    void while_the_database_is_away_everybody_hears_it_and_when_it_is_back_everything_goes_on() throws SQLException {
        var database = MariaDbServer.start();
        var schema = database.freshSchema();
        try (var sending = Sending.on(schema, folder)) {
            var desks = List.of(
                    sending.desk("first", ANSWER_AFTER_MILLIS, false),
                    sending.desk("second", ANSWER_AFTER_MILLIS, false));
            sending.route(TO_FIRST, "first");
            sending.route(TO_SECOND, "second");
            sending.route(BEFORE, "first");
            sending.sendOne(BEFORE + "5550100");
            var shop = Shop.on(sending.server, BOOKERS);
            var bookers = IntStream.range(0, BOOKERS)
                    .mapToObj(number -> new Booker(shop, number))
                    .toList();
            var now = Instant.now();
            sending.reminders.copy(MESSAGES, n -> Copy.due((n % 2 == 0 ? TO_FIRST : TO_SECOND) + (1_000_000 + n), now));

            try (var questions = Questions.about(shop, bookers)) {
                for (var outage = 1; outage <= OUTAGES; outage++) {
                    var enough = MESSAGES * outage / (OUTAGES + 2);
                    var begun = Instant.now();
                    await().atMost(PATIENCE)
                            .until(() -> sent(desks) >= enough
                                    && questions.firstBooked(begun).isPresent());
                    dieAndComeBack(database, schema, questions, desks);
                }
            }
            sending.awaitDecided();

            assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) MESSAGES));
            assertThat(numbers(desks))
                    .as("attempted again: " + sending.reminders.attemptedAgain())
                    .hasSize(MESSAGES)
                    .allSatisfy((number, times) -> assertThat(times).as(number).isEqualTo(1));
            assertKept(schema, shop, bookers);
        } finally {
            database.kill();
        }
    }

    private static void dieAndComeBack(MariaDbServer database, Schema schema, Questions questions, List<Desk> desks) {
        database.kill();
        var gone = Instant.now();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(gone.plus(AWAY)));
        var restart = Instant.now();
        var back = back(database, schema, restart);

        var refused = questions.refused(gone, restart);
        assertThat(Asked.statuses(refused)).as("while the database was away").containsOnlyKeys(503);
        assertThat(Asked.statuses(questions.live().between(gone, restart))).containsOnlyKeys(200);
        await().atMost(PATIENCE)
                .until(() -> questions.ready().first(200, back).isPresent()
                        && questions.firstBooked(back).isPresent()
                        && firstTaken(desks, back).isPresent());
        var pauses = Map.of(
                "ready", until(questions.ready().first(200, back), back),
                "booked", until(questions.firstBooked(back), back),
                "sent", until(firstTaken(desks, back), back));
        LOG.log(
                Level.INFO,
                "away for {0} s: {1} answers 503, after {2} ms at most; milliseconds from its return: {3}",
                Duration.between(gone, restart).toSeconds(),
                refused.size(),
                Asked.longest(refused).toMillis(),
                pauses);
        assertThat(refused).allSatisfy(reply -> assertThat(reply.took()).isLessThan(REFUSES_WITHIN));
        assertThat(pauses)
                .allSatisfy((what, millis) -> assertThat(millis).as(what).isLessThan(GOES_ON_WITHIN.toMillis()));
    }

    /** Starts it again, and answers when somebody could connect to it first. */
    private static Instant back(MariaDbServer database, Schema schema, Instant restart) {
        try (var connecting = Asked.steadily(() -> connect(schema))) {
            database.startAgain();
            await().atMost(PATIENCE)
                    .until(() -> connecting.first(CONNECTED, restart).isPresent());
            return connecting.first(CONNECTED, restart).orElseThrow();
        }
    }

    private static int connect(Schema schema) {
        try (var connection = schema.connect()) {
            return connection.isValid(1) ? CONNECTED : Asked.NOTHING;
        } catch (SQLException away) {
            return Asked.NOTHING;
        }
    }

    private static long until(Optional<Instant> moment, Instant back) {
        return Duration.between(back, moment.orElseThrow()).toMillis();
    }

    private static int sent(List<Desk> desks) {
        return desks.stream().mapToInt(Desk::count).sum();
    }

    private static Optional<Instant> firstTaken(List<Desk> desks, Instant after) {
        return desks.stream()
                .flatMap(desk -> desk.taken().stream())
                .map(Taken::at)
                .filter(after::isBefore)
                .min(Instant::compareTo);
    }

    private static Map<String, Long> numbers(List<Desk> desks) {
        return desks.stream()
                .flatMap(desk -> desk.taken().stream())
                .map(Taken::to)
                .filter(to -> to.startsWith(TO_FIRST) || to.startsWith(TO_SECOND))
                .collect(groupingBy(to -> to, counting()));
    }

    /** Every booking that was answered is there, and nobody's wish was booked twice. */
    private static void assertKept(Schema schema, Shop shop, List<Booker> bookers) throws SQLException {
        var acknowledged = new HashMap<String, String>();
        bookers.forEach(booker -> acknowledged.putAll(booker.booked()));
        LOG.log(Level.INFO, "{0} bookings were answered", acknowledged.size());

        assertThat(acknowledged).allSatisfy((key, id) -> {
            var found = shop.api().get(shop.path() + "/appointments/" + id);
            assertThat(found.status()).as(found.toString()).isEqualTo(200);
            assertThat(found.json().getString("status")).isEqualTo("BOOKED");
        });
        var perKey = perKey(schema);
        assertThat(perKey.keySet()).containsAll(acknowledged.keySet());
        assertThat(perKey).allSatisfy((key, times) -> assertThat(times).as(key).isEqualTo(1));
    }

    private static Map<String, Long> perKey(Schema schema) throws SQLException {
        var times = new HashMap<String, Long>();
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("SELECT c.name, COUNT(*) FROM appointment a"
                        + " JOIN client c ON c.id = a.client_id WHERE c.name LIKE 'booker-%' GROUP BY c.name");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                times.put(rows.getString(1), rows.getLong(2));
            }
        }
        return times;
    }

    /** What is asked all the time; all but {@code live} needs the database. */
    private record Questions(Asked slots, Asked ready, Asked feed, Asked wholeFeed, Asked live, List<Asked> bookings)
            implements AutoCloseable {

        static Questions about(Shop shop, List<Booker> bookers) {
            var visitor = shop.visitor();
            var day = Instant.now().plus(Duration.ofDays(30)).toString().substring(0, 10);
            var slots = shop.path() + "/slots?service=" + shop.service() + "&from=" + day + "&to=" + day;
            var subscription = Subscription.made(
                    shop,
                    Json.createObjectBuilder()
                            .add("kind", "STAFF")
                            .add("staff", shop.staff().get(0)));
            var subscriber = visitor.with(
                    "If-None-Match", visitor.get(subscription.path()).header("ETag"));
            return new Questions(
                    Asked.steadily(() -> visitor.get(slots).status()),
                    Asked.steadily(() -> visitor.get("/health/ready").status()),
                    Asked.steadily(() -> subscriber.get(subscription.path()).status()),
                    Asked.steadily(() -> visitor.get(subscription.path()).status()),
                    Asked.steadily(() -> visitor.get("/health/live").status()),
                    bookers.stream().map(booker -> Asked.steadily(booker::book)).toList());
        }

        List<Asked.Reply> refused(Instant begin, Instant end) {
            var feeds = Stream.of(feed, wholeFeed)
                    .flatMap(asked -> asked.between(begin.plus(EDITION_IS_BELIEVED), end).stream());
            var others = Stream.concat(Stream.of(slots, ready), bookings.stream())
                    .flatMap(asked -> asked.between(begin, end).stream());
            return Stream.concat(feeds, others).toList();
        }

        Optional<Instant> firstBooked(Instant after) {
            return bookings.stream()
                    .flatMap(asked -> asked.first(201, after).stream())
                    .min(Instant::compareTo);
        }

        @Override
        public void close() {
            Stream.concat(Stream.of(slots, ready, feed, wholeFeed, live), bookings.stream())
                    .forEach(Asked::close);
        }
    }
}
