package org.bookbell.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.message.HookCall;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A provider whose receipts come all at once: ten times each, in no order and in the wrong one, for messages that nobody
 * knows, and from people who are not the provider.
 */
@SuppressWarnings("NullAway.Init")
class ReceiptStormIT {

    private static final Logger LOG = System.getLogger(ReceiptStormIT.class.getName());
    private static final int MESSAGES = Boolean.getBoolean("bookbell.it.full") ? 5_000 : 200;
    private static final int TIMES = 10;
    private static final int UNKNOWN_IDS = 100;
    private static final int AT_ONCE = 500;
    private static final int LONGEST_BODY = 256 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static BookbellServer server;
    private static CopiedReminders reminders;
    private static String hook;

    /** What a provider says of one message at one time. */
    private record Word(String id, String state, Instant at) {

        String line() {
            return "kind=receipt&id=" + id + "&state=" + state + "&at=" + HookCall.encode(at.toString());
        }
    }

    @BeforeAll
    static void let_a_gateway_take_many_reminders_and_say_nothing() throws SQLException {
        server = BookbellServer.on(Vendor.MARIADB.freshSchema(), CopiedReminders.UNLIMITED);
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "phones")
                        .add("kind", "SMS")
                        .add("provider", "simulator")
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("behavior", "acceptAndNeverDeliver")
                                        .add("receiptsBy", "hook")
                                        .add("hookSecret", HookCall.SECRET)));
        reminders = CopiedReminders.of(server, Shop.on(server, 1));
        await().atMost(PATIENCE).until(() -> gateway().containsKey("hookAddress"));
        hook = gateway().getString("hookAddress");
        var due = Instant.now();
        reminders.copy(MESSAGES, n -> Copy.due("+1917" + (1_000_000 + n), due));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> reminders.states().equals(Map.of("ACCEPTED", (long) MESSAGES)));
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void whatever_the_order_the_state_is_right_by_rank_and_forgers_change_nothing() throws SQLException {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var words = words(reminders.providerIds(), random);
        var all = new ArrayList<>(words);
        var begun = words.get(0).at();
        IntStream.range(0, UNKNOWN_IDS).forEach(n -> all.add(new Word("nobody-" + n, "DELIVERED", begun)));

        var started = Instant.now();
        for (var turn = 1; turn < TIMES; turn++) {
            Collections.shuffle(all, random);
            say(all);
        }
        Collections.reverse(words);
        say(words);
        var answered = Duration.between(started, Instant.now());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> count("SELECT COUNT(*) FROM receipt WHERE applied_at IS NULL") == 0);
        var applied = Duration.between(started, Instant.now());
        var forged = forge(words);

        var expected = expected(words);
        LOG.log(
                Level.INFO,
                "seed {0}: {1} receipts, each {2} times, {3} for unknown ids, {4} forged calls: answered after {5} ms,"
                        + " applied after {6} ms; {7}",
                Long.toString(seed),
                words.size(),
                TIMES,
                UNKNOWN_IDS,
                forged,
                answered.toMillis(),
                applied.toMillis(),
                expected.values().stream().collect(groupingBy(state -> state, counting())));
        assertThat(reminders.statesByProviderId()).isEqualTo(expected);
        assertThat(count("SELECT COUNT(*) FROM receipt WHERE provider_message_id NOT LIKE 'filler%'"))
                .isEqualTo(words.size() + UNKNOWN_IDS);
    }

    @Test
    void a_body_of_the_longest_length_is_read_and_whatever_is_longer_is_refused_unread() throws SQLException {
        var longest = ("kind=receipt&id=filler-0123456789012345678901234&state=DELIVERED\n").repeat(LONGEST_BODY / 65)
                + "kind=receipt&id=filler-";
        var body = longest + "x".repeat(LONGEST_BODY - longest.length() - 16) + "&state=DELIVERED";
        assertThat(body).hasSize(LONGEST_BODY);

        assertThat(HookCall.post(server.api(), hook, body).status()).isEqualTo(200);
        for (var size : List.of(LONGEST_BODY + 1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 4 * MEGABYTE)) {
            assertThat(HookCall.post(server.api(), hook, "x".repeat(size)).status())
                    .as(size + " bytes")
                    .isEqualTo(413);
        }
        assertThat(count("SELECT COUNT(*) FROM receipt WHERE provider_message_id LIKE 'filler%'"))
                .isEqualTo(2);
    }

    /** Mostly good news, or else the gateway would be taken for one that delivers nothing. */
    private static List<Word> words(List<String> ids, Random random) {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var words = new ArrayList<Word>();
        for (var n = 0; n < ids.size(); n++) {
            var last = last(n % 20);
            for (var state : List.of("BUFFERED", "UNKNOWN", "UNDELIVERED", "DELIVERED")) {
                if (state.equals(last)) {
                    words.add(new Word(ids.get(n), state, at));
                    break;
                }
                if (random.nextInt(4) == 0) {
                    words.add(new Word(ids.get(n), state, at));
                }
            }
        }
        return words;
    }

    private static String last(int kind) {
        return switch (kind) {
            case 16, 17 -> "UNDELIVERED";
            case 18 -> "UNKNOWN";
            case 19 -> "BUFFERED";
            default -> "DELIVERED";
        };
    }

    private static Map<String, String> expected(List<Word> words) {
        var ranks = List.of("BUFFERED", "UNKNOWN", "UNDELIVERED", "DELIVERED");
        var best = new HashMap<String, String>();
        words.forEach(word -> best.merge(
                word.id(), word.state(), (one, other) -> ranks.indexOf(one) > ranks.indexOf(other) ? one : other));
        best.replaceAll((id, state) -> state.equals("BUFFERED") ? "ACCEPTED" : state);
        return best;
    }

    private static void say(List<Word> words) {
        for (var from = 0; from < words.size(); from += AT_ONCE) {
            var some = words.subList(from, Math.min(from + AT_ONCE, words.size()));
            var answer = HookCall.post(server.api(), hook, lines(some));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
    }

    private static String lines(List<Word> words) {
        return words.stream().map(Word::line).collect(joining("\n"));
    }

    /** Says without and with a wrong signature that nothing arrived, and answers in how many calls. */
    private static int forge(List<Word> words) {
        var lies = words.stream()
                .map(word -> new Word(word.id(), "UNDELIVERED", word.at().plusSeconds(60)))
                .toList();
        var calls = 0;
        for (var from = 0; from < lies.size(); from += AT_ONCE) {
            var lines = lines(lies.subList(from, Math.min(from + AT_ONCE, lies.size())));
            for (var signature : List.of("", HookCall.sign("another secret", "POST", hook, lines))) {
                assertThat(HookCall.post(server.api(), hook, lines, signature).status())
                        .isEqualTo(403);
                calls++;
            }
        }
        return calls;
    }

    private static JsonObject gateway() {
        return server.operator().get("/api/v1/operator/gateways/phones").json();
    }

    private static long count(String question) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement(question);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
