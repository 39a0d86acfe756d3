package org.bookbell.it.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.bookbell.access.Secrets;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.LiveHeap;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** What a subscriber gets, and what whoever guesses gets: each test asks from an address of its own. */
class FeedsIT {

    private static final BookbellServer SERVER =
            BookbellServer.on(Vendor.H2.freshSchema(), Map.of("bookbell.trustedProxies", "127.0.0.1"));
    private static final Shop SHOP = Shop.on(SERVER, 1);
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);
    private static final AtomicInteger HOURS = new AtomicInteger();

    private static final int GUESSES = Boolean.getBoolean("bookbell.it.full") ? 100_000 : 2_000;
    private static final int ANSWERED_AS_WRONG = 60;
    private static final int BETWEEN_LOOKS = 500;
    /** What a server that does nothing gains and loses by itself. */
    private static final long A_FEW_MEGABYTES = 8L << 20;

    private final Api subscriber = newSubscriber();

    @Test
    void a_subscriber_gets_a_calendar_with_all_that_programs_ask_for() {
        book("Ann Example");
        var feed = Subscription.made(SHOP, ofStaff().add("alarms", true));

        var answer = subscriber.get(feed.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Disposition")).isEqualTo("inline; filename=\"calendar.ics\"");
        assertThat(answer.header("Last-Modified")).endsWith(" GMT");
        assertThat(answer.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("X-WR-CALNAME:Staff 1\\, Shop ", "BEGIN:VALARM", "STATUS:CONFIRMED")
                .contains("SUMMARY:Half an hour: Ann Example", "COLOR:");
    }

    @Test
    void who_asks_again_is_told_that_nothing_changed_until_something_does() {
        var booked = book("Ben");
        var feed = Subscription.made(SHOP, ofStaff());
        var first = subscriber.get(feed.path());
        var again = subscriber.with("If-None-Match", first.header("ETag"));

        var same = again.get(feed.path());
        SHOP.api().post(SHOP.path() + "/appointments/" + booked + "/cancel", "{\"reason\":\"ill\"}");
        await("the change to show").until(() -> again.get(feed.path()).status() == 200);
        var changed = again.get(feed.path());

        assertThat(same.status()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(first.header("ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(first.header("ETag"));
        assertThat(changed.body()).contains("UID:" + booked + "@bookbell\r\nSEQUENCE:2", "STATUS:CANCELLED");
    }

    /** Who shows no credentials is answered before all routes, who shows some by one. */
    @Test
    void who_asks_again_is_told_the_same_with_a_cookie_and_is_refused_with_a_wrong_token() {
        var feed = Subscription.made(SHOP, ofStaff());
        var again = subscriber.with("If-None-Match", subscriber.get(feed.path()).header("ETag"));

        var plain = again.get(feed.path());
        var withCookie = again.with("Cookie", "bookbell=none").get(feed.path());
        var withToken = again.with("Authorization", "Bearer none").get(feed.path());

        assertThat(List.of(plain.status(), withCookie.status(), withToken.status()))
                .containsExactly(304, 304, 401);
        assertThat(headers(plain)).isEqualTo(headers(withCookie)).containsKey("content-security-policy");
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new HashMap<>(answer.response().headers().map());
        headers.remove("date");
        return headers;
    }

    @Test
    void the_zipped_calendar_is_the_same_and_smaller() throws IOException, InterruptedException {
        book("Carl");
        var feed = Subscription.made(SHOP, ofStaff());
        var plain = subscriber.get(feed.path());

        var zipped = zipped(feed);

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(zipped.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
        assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
        assertThat(zipped.body().length).isLessThan(plain.body().length());
        assertThat(subscriber
                        .with(
                                "If-None-Match",
                                zipped.headers().firstValue("ETag").orElseThrow())
                        .get(feed.path())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_head_of_a_calendar_is_told_without_its_body() {
        var feed = Subscription.made(SHOP, ofStaff());
        var whole = subscriber.get(feed.path());

        var head = subscriber.send("HEAD", feed.path());
        var known = subscriber.with("If-None-Match", whole.header("ETag")).send("HEAD", feed.path());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(List.of(head.header("ETag"), head.header("Content-Type")))
                .containsExactly(whole.header("ETag"), whole.header("Content-Type"));
        assertThat(known.status()).isEqualTo(304);
        assertThat(subscriber.send("HEAD", "/feeds/x.ics").status()).isEqualTo(404);
    }

    @Test
    void a_former_a_revoked_an_unknown_and_a_malformed_address_are_answered_alike() {
        var former = Subscription.made(SHOP, ofStaff());
        var next = former.rotated(SHOP);
        var revoked = Subscription.made(SHOP, ofStaff());
        assertThat(subscriber.get(next.path()).status()).isEqualTo(200);
        assertThat(subscriber.get(revoked.path()).status()).isEqualTo(200);
        SHOP.api().delete(SHOP.path() + "/feeds/" + revoked.id());

        var answers = List.of(
                subscriber.get(former.path()),
                subscriber.get(revoked.path()),
                subscriber.get("/feeds/" + "A".repeat(43) + ".ics"),
                subscriber.get("/feeds/x.ics"),
                subscriber.get("/feeds/" + next.token()),
                subscriber.get("/feeds/%F0%9F%98%80.ics"));

        assertThat(answers).extracting(Answer::status).containsOnly(404);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    }

    @Test
    void a_secret_with_any_character_changed_opens_nothing() {
        var feed = Subscription.made(SHOP, ofStaff());
        var token = feed.token();

        var statuses = IntStream.range(0, token.length())
                .mapToObj(
                        at -> token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1))
                .map(changed -> subscriber.get("/feeds/" + changed + ".ics").status());

        assertThat(statuses).containsOnly(404);
        assertThat(subscriber.get(feed.path()).status()).isEqualTo(200);
    }

    /** The last of its 43 characters has two bits that mean nothing, so that a lenient decoder takes three more for it. */
    @Test
    void a_secret_that_was_cut_or_lengthened_or_only_looks_the_same_opens_nothing() {
        var feed = Subscription.made(SHOP, ofStaff());
        var token = feed.token();
        var last = token.length() - 1;
        var value = BASE64.indexOf(token.charAt(last));

        var likeIt = Stream.concat(
                IntStream.range(1, 4).mapToObj(bits -> token.substring(0, last) + BASE64.charAt(value ^ bits)),
                Stream.of(
                        token.substring(0, last),
                        token.substring(1),
                        token + "A",
                        token + "=",
                        token + "%20",
                        token + ".ics",
                        token.toUpperCase(Locale.ROOT),
                        token.toLowerCase(Locale.ROOT)));

        assertThat(likeIt.map(text -> subscriber.get("/feeds/" + text + ".ics").status()))
                .containsOnly(404);
        assertThat(subscriber.get(feed.path()).status()).isEqualTo(200);
    }

    @Test
    void whoever_guesses_is_told_to_stop_and_disturbs_no_subscriber() {
        var feed = Subscription.made(SHOP, ofStaff());

        var guesses = IntStream.range(0, 300)
                .mapToObj(number -> subscriber.get("/feeds/" + number + ".ics"))
                .toList();

        assertThat(guesses.subList(0, 60)).extracting(Answer::status).containsOnly(404);
        assertThat(guesses.subList(60, 300)).extracting(Answer::status).containsOnly(429);
        assertThat(guesses.get(299).header("Retry-After")).isEqualTo("900");
        assertThat(subscriber.get(feed.path()).status()).isEqualTo(200);
        assertThat(newSubscriber().get("/feeds/x.ics").status()).isEqualTo(404);
    }

    @Test
    void however_many_guesses_there_are_they_cost_no_memory_and_subscribers_elsewhere_are_served() {
        var feed = Subscription.made(SHOP, ofStaff());
        guess(newSubscriber(), feed, BETWEEN_LOOKS);
        var before = LiveHeap.of(SERVER.pid());

        var statuses = guess(newSubscriber(), feed, GUESSES);

        assertThat(statuses).containsOnly(entry(404, ANSWERED_AS_WRONG), entry(429, GUESSES - ANSWERED_AS_WRONG));
        assertThat(LiveHeap.of(SERVER.pid()) - before).isLessThan(A_FEW_MEGABYTES);
    }

    /** How often each status was answered; now and then somebody else asks for what there is. */
    private Map<Integer, Integer> guess(Api guesser, Subscription feed, int times) {
        var statuses = new HashMap<Integer, Integer>();
        for (int n = 0; n < times; n++) {
            statuses.merge(guesser.get("/feeds/" + Secrets.token() + ".ics").status(), 1, Integer::sum);
            if (n % BETWEEN_LOOKS == 0) {
                assertThat(subscriber.get(feed.path()).status()).isEqualTo(200);
            }
        }
        return statuses;
    }

    @Test
    void a_calendar_without_appointments_is_whole() {
        var idle = Shop.on(SERVER, 1);
        var feed = Subscription.made(idle, Json.createObjectBuilder().add("kind", "ORGANIZATION"));

        var answer = subscriber.get(feed.path());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContain("BEGIN:VEVENT");
        assertThat(subscriber
                        .with("If-None-Match", answer.header("ETag"))
                        .get(feed.path())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void the_owner_sees_who_asked_last_and_when_the_next_is_expected() {
        var feed = Subscription.made(SHOP, ofStaff());
        assertThat(listed(feed)).doesNotContainKey("lastFetchedBy").doesNotContainKey("address");

        subscriber.with("User-Agent", "Google-Calendar-Importer").get(feed.path());

        var shown = listed(feed);
        assertThat(shown.getString("lastFetchedBy")).isEqualTo("Google Calendar");
        assertThat(Duration.between(
                        Instant.parse(shown.getString("lastFetchedAt")),
                        Instant.parse(shown.getString("nextExpectedAt"))))
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void each_feed_tells_what_it_may() {
        book("Dora Secret");
        var busy = Subscription.made(SHOP, ofStaff().add("detail", "BUSY"));
        var initials = Subscription.made(
                SHOP, Json.createObjectBuilder().add("kind", "ORGANIZATION").add("detail", "INITIALS"));

        assertThat(subscriber.get(busy.path()).body())
                .contains("SUMMARY:Busy\r\n")
                .doesNotContain("Dora", "Half an hour", "DESCRIPTION");
        assertThat(subscriber.get(initials.path()).body())
                .contains("SUMMARY:Half an hour: D. S.")
                .doesNotContain("Dora", "example.org");
    }

    @Test
    void a_wish_with_faults_is_refused_with_all_of_them() {
        var refused = SHOP.api()
                .post(
                        SHOP.path() + "/feeds",
                        "{\"kind\":\"CLIENT\",\"staff\":\"" + SHOP.staff().get(0)
                                + "\",\"detail\":\"ALL\",\"daysBack\":-1,\"daysAhead\":9999}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(fault -> fault.getString("pointer"))
                .contains("/staff", "/client", "/detail", "/daysBack", "/daysAhead");
    }

    @Test
    void no_secret_is_logged() {
        var feed = Subscription.made(SHOP, ofStaff());
        subscriber.get(feed.path());
        subscriber.get(feed.path() + "x");
        subscriber.with("Accept", "text/html").get("/feeds/x" + feed.token());

        assertThat(SERVER.output()).doesNotContain(feed.token());
        assertThat(logs()).isNotEmpty().allSatisfy(log -> assertThat(log).doesNotContain(feed.token()));
    }

    private static List<String> logs() {
        try (var files = Files.list(SERVER.data().resolve("log"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(FeedsIT::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Api newSubscriber() {
        return SERVER.api().with("X-Forwarded-For", "198.51.100." + ADDRESSES.getAndIncrement());
    }

    private static JsonObjectBuilder ofStaff() {
        return Json.createObjectBuilder()
                .add("kind", "STAFF")
                .add("staff", SHOP.staff().get(0));
    }

    /** An hour that nobody else has; answers the id. */
    private static String book(String client) {
        var start = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(2))
                .plus(Duration.ofHours(HOURS.getAndIncrement()));
        var wish = SHOP.wish(SHOP.staff().get(0), start)
                .add("client", Json.createObjectBuilder().add("name", client).add("email", "guest@example.org"));
        return Shop.create(SHOP.api(), SHOP.path() + "/appointments", wish).getString("id");
    }

    private static JsonObject listed(Subscription feed) {
        return SHOP
                .api()
                .get(SHOP.path() + "/feeds")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("id").equals(feed.id()))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<byte[]> zipped(Subscription feed) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(SERVER.address() + feed.path()))
                .header("Accept-Encoding", "gzip, deflate")
                .timeout(Duration.ofSeconds(30))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] zipped) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
