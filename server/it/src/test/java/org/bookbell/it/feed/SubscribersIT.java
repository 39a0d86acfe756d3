package org.bookbell.it.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.it.database.Required;
import org.bookbell.it.database.ScratchDirectory;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.kannel.NpmPackage;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Programs that people use read the calendar of a running server: around both changes of the clock that come next, and after
 * a move and a cancellation.
 */
class SubscribersIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String SERVICE = "Half an hour: ";
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d)\\S* (.*)");
    private static final DateTimeFormatter US_DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final Instant NOW = Instant.now();
    private static final Instant FIRST_CHANGE =
            BERLIN.getRules().nextTransition(NOW.plus(Duration.ofDays(2))).getInstant();
    private static final Instant SECOND_CHANGE =
            BERLIN.getRules().nextTransition(FIRST_CHANGE).getInstant();

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final List<String> ids = new ArrayList<>();
    private final List<Shown> booked = new ArrayList<>();
    private final Program world = new Program(ScratchDirectory.create("subscriber"));
    private final URI address = URI.create(server.address() + feed().path());

    private Subscription feed() {
        var staff = shop.staff().get(0);
        var named = "{\"name\":\"Anna\",\"zone\":\"" + BERLIN + "\"}";
        var changed = shop.api().send("PUT", shop.path() + "/staff/" + staff, named);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        var wish = Json.createObjectBuilder()
                .add("kind", "STAFF")
                .add("staff", staff)
                .add("daysAhead", 731);
        return Subscription.made(shop, wish);
    }

    /** The half hours before and after each change, and nine o'clock the day before and on the day. */
    @BeforeEach
    void book() {
        for (var change : List.of(FIRST_CHANGE, SECOND_CHANGE)) {
            var day = change.atZone(BERLIN).toLocalDate();
            var nine = LocalTime.of(9, 0);
            Stream.of(
                            day.minusDays(1).atTime(nine).atZone(BERLIN).toInstant(),
                            change.minus(Duration.ofMinutes(30)),
                            change.plus(Duration.ofMinutes(30)),
                            day.atTime(nine).atZone(BERLIN).toInstant())
                    .forEach(this::book);
        }
    }

    private void book(Instant start) {
        var client = "Guest " + (booked.size() + 1);
        var wish = shop.wish(shop.staff().get(0), start)
                .add("offeredOnly", false)
                .add("client", Json.createObjectBuilder().add("name", client));
        ids.add(Shop.create(shop.api(), shop.path() + "/appointments", wish).getString("id"));
        booked.add(new Shown(start, SERVICE + client));
    }

    @Test
    void vdirsyncer_and_khal_show_what_was_booked_moved_and_cancelled() {
        var vdirsyncer = Required.program("/usr/bin/vdirsyncer", "vdirsyncer");
        var khal = Required.program("/usr/bin/khal", "khal");
        var syncs = world.file("vdirsyncer.conf", """
                [general]
                status_path = "%1$s/status/"
                [pair feed]
                a = "remote"
                b = "local"
                collections = null
                conflict_resolution = "a wins"
                [storage remote]
                type = "http"
                url = "%2$s"
                [storage local]
                type = "filesystem"
                path = "%1$s/local"
                fileext = ".ics"
                """.formatted(world.home(), address));
        var shows = world.file("khal.conf", """
                [calendars]
                [[feed]]
                path = %1$s/local
                [default]
                default_calendar = feed
                [locale]
                local_timezone = UTC
                default_timezone = UTC
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                [sqlite]
                path = %1$s/khal.db
                """.formatted(world.home()));
        world.directory("local");
        world.run(vdirsyncer, "-c", syncs.toString(), "discover");

        assertThatItSeesEverything(() -> {
            world.run(vdirsyncer, "-c", syncs.toString(), "sync");
            return shown(world.run(
                    khal,
                    "-c",
                    shows.toString(),
                    "list",
                    "--once",
                    "--day-format",
                    "",
                    "--format",
                    "{start} {title}",
                    day(NOW).toString(),
                    "400d"));
        });
    }

    /** It subscribes to nothing itself: people have a job that fetches and imports. */
    @Test
    void calcurse_shows_what_was_booked_moved_and_cancelled() {
        var calcurse = Required.program("/usr/bin/calcurse", "calcurse");

        assertThatItSeesEverything(() -> {
            var text = server.api().get(address.getPath()).body();
            var calendar = world.file("feed.ics", text);
            var data = world.directory("calcurse-" + Integer.toHexString(text.hashCode()))
                    .toString();
            world.run(calcurse, "-D", data, "-q", "-i", calendar.toString());
            return shown(world.run(
                    calcurse,
                    "-D",
                    data,
                    "-Q",
                    "--from",
                    US_DAY.format(day(NOW)),
                    "--to",
                    US_DAY.format(day(SECOND_CHANGE).plusDays(2)),
                    "--format-apt",
                    "%(start:%Y-%m-%dT%H:%M) %m\\n"));
        });
    }

    @Test
    void ical_js_shows_what_was_booked_moved_and_cancelled_as_changes_of_the_same_events() {
        var node = Required.program("/usr/bin/node", "npm");
        world.with("NODE_PATH", NpmPackage.installed("ical.js", "2.2.1").toString());
        var script = Path.of("src", "test", "resources", "feed", "read.cjs")
                .toAbsolutePath()
                .toString();

        var before = world.run(node, script, address.toString(), "uid");
        assertThatItSeesEverything(() -> shown(world.run(node, script, address.toString())));
        var after = world.run(node, script, address.toString(), "uid");

        assertThat(before)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(id -> id + "@bookbell 1 CONFIRMED").toList());
        assertThat(after)
                .contains(ids.get(0) + "@bookbell 2 CONFIRMED", ids.get(1) + "@bookbell 2 CANCELLED")
                .hasSameSizeAs(before);
    }

    private void assertThatItSeesEverything(Supplier<List<Shown>> fetch) {
        assertThat(fetch.get()).containsExactlyInAnyOrderElementsOf(booked);

        var moved = new Shown(
                booked.get(0).start().plus(Duration.ofHours(2)), booked.get(0).title());
        var asked = server.api()
                .with("If-None-Match", server.api().get(address.getPath()).header("ETag"));
        change(0, "reschedule", "{\"start\":\"" + moved.start() + "\",\"offeredOnly\":false}");
        change(1, "cancel", "{\"reason\":\"ill\"}");

        await("the last change to show")
                .until(() -> asked.get(address.getPath()).status() == 200);
        var expected = new ArrayList<>(booked);
        expected.set(0, moved);
        expected.set(
                1,
                new Shown(booked.get(1).start(), "Cancelled: " + booked.get(1).title()));
        assertThat(fetch.get()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void change(int which, String act, String body) {
        var answer = shop.api().post(shop.path() + "/appointments/" + ids.get(which) + "/" + act, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Lines that begin with a time in UTC, a title after it. */
    private static List<Shown> shown(List<String> lines) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Shown(
                        LocalDateTime.parse(line.group(1).replace(' ', 'T')).toInstant(ZoneOffset.UTC), line.group(2)))
                .toList();
    }
}
