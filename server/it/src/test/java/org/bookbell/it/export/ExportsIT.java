package org.bookbell.it.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.plugin.PluginJars;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ExportsIT {

    private static final LocalDate DAY = LocalDate.now(ZoneOffset.UTC).plusDays(10);
    private static final String ONE_DAY = "?from=" + DAY + "&to=" + DAY;
    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

    private static final int ENOUGH = 4_000;
    /** More of an archive than all buffers between the server and a reader hold. */
    private static final int PARTS = 8;

    private static final int CLIENTS = 3_900;
    /** With less than a segment of loopback free, a reader who goes on would wait for the next probe, minutes later. */
    private static final int SOME_SEGMENTS = 1 << 18;

    @TempDir
    private static Path folder;

    private static BookbellServer server;
    private static Shop shop;

    @BeforeAll
    static void start_with_exporters_of_every_temper() {
        PluginJars.pack(folder.resolve("breaking.jar"), BreakingExporter.class);
        PluginJars.pack(folder.resolve("failing.jar"), FailingExporter.class);
        PluginJars.pack(folder.resolve("endless.jar"), EndlessExporter.class);
        PluginJars.pack(folder.resolve("deaf.jar"), DeafExporter.class);
        server = BookbellServer.on(
                Vendor.H2.freshSchema(),
                Map.of(
                        "bookbell.plugins.dir", folder.toString(),
                        "bookbell.export.timeLimit", "PT10S",
                        "bookbell.archive.timeLimit", "PT45S",
                        "bookbell.export.atOnce", "2"));
        shop = Shop.on(server, 1);
        var start = DAY.atTime(9, 0).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
        assertThat(shop.book(shop.staff().get(0), start, "Carla").status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void a_download_that_breaks_midway_never_looks_complete() throws IOException {
        var received = readAll("breaking");

        assertThat(received).startsWith("HTTP/1.1 200").contains("Transfer-Encoding: chunked");
        assertThat(received).doesNotEndWith(END_OF_CHUNKS);
        assertThat(log()).contains("The exporter breaking failed");
    }

    @Test
    void one_that_fails_at_once_is_a_problem_that_names_the_exporter() throws IOException {
        var answer = export("failing", ONE_DAY);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().getString("detail")).contains("The exporter failing failed");
        assertThat(log()).contains("the exporter of the test fails at once");
    }

    @Test
    void one_that_never_ends_is_cut_off_when_its_time_is_over() throws IOException {
        assertThat(readAll("endless")).doesNotEndWith(END_OF_CHUNKS);
        assertThat(log()).contains("endless was cut off after PT10S");
    }

    @Test
    void a_reader_who_stops_keeps_no_place() throws IOException {
        try (var stopped = open("endless")) {
            assertThat(stopped.getInputStream().read()).isEqualTo('H');
            try (var other = open("endless")) {
                assertThat(other.getInputStream().read()).isEqualTo('H');
                var third = export("csv", ONE_DAY);
                assertThat(third.status()).isEqualTo(429);
                assertThat(third.header("Retry-After")).isEqualTo("10");
            }
            awaitDownload();
        }
    }

    @Test
    void a_reader_who_stops_reading_an_archive_keeps_no_place_and_never_has_a_complete_one() throws IOException {
        var big = Shop.on(server, 1);
        for (var part = 0; part < PARTS; part++) {
            big.addBulkyClients(CLIENTS);
        }

        try (var stopped = ask(big, "/archive");
                var other = ask(big, "/archive")) {
            assertThat(stopped.getInputStream().read()).isEqualTo('H');
            assertThat(other.getInputStream().read()).isEqualTo('H');
            var third = archive();
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.header("Retry-After")).isEqualTo("60");

            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> archive().status() == 200);

            assertThat(rest(stopped)).doesNotEndWith(END_OF_CHUNKS);
            assertThat(rest(other)).doesNotEndWith(END_OF_CHUNKS);
        }
        assertThat(log()).contains("archive was cut off after PT45S");
    }

    @Test
    void one_that_does_not_mind_its_interruption_ends_for_its_reader() {
        var answer = export("deaf", ONE_DAY);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().getString("detail")).contains("took longer than 10 seconds");
        awaitDownload();
    }

    @Test
    void each_bundled_format_writes_a_day_a_year_and_nothing() {
        for (var format : new String[] {"csv", "ical", "daysheet", "daysheetpdf"}) {
            assertThat(complete(format, ONE_DAY)).as(format).isNotEmpty();
            assertThat(complete(format, "?from=" + DAY + "&to=" + DAY.plusDays(365)))
                    .as(format)
                    .isNotEmpty();
            assertThat(complete(format, "?from=2020-01-01&to=2020-01-01"))
                    .as(format)
                    .isNotEmpty();
        }
        assertThat(complete("daysheet", ONE_DAY)).contains("Carla", "still to come");
        assertThat(complete("daysheetpdf", ONE_DAY)).startsWith("%PDF-");
    }

    @Test
    void a_year_has_what_is_on_its_first_and_its_last_day_and_nothing_of_the_next() {
        var last = DAY.plusDays(365);
        bookLate(last, "Yvonne");
        bookLate(last.plusDays(1), "Zoe");

        for (var format : new String[] {"csv", "ical", "daysheet"}) {
            assertThat(complete(format, "?from=" + DAY + "&to=" + last))
                    .as(format)
                    .contains("Carla", "Yvonne")
                    .doesNotContain("Zoe");
        }
    }

    /** The second one goes over the connection of the first, which has ended by then. */
    @Test
    void nothing_fails_once_a_download_is_complete() throws IOException {
        complete("csv", ONE_DAY);
        complete("csv", ONE_DAY);

        assertThat(log()).doesNotContain("closed EntityManager", "Exception Processing ErrorPage");
    }

    @Test
    void a_day_without_appointments_is_a_whole_file_in_each_format() {
        var nothing = "?from=2020-01-01&to=2020-01-01";

        assertThat(complete("csv", nothing + "&columns=id,start&bom=false")).isEqualTo("id,start\r\n");
        assertThat(complete("ical", nothing))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContain("BEGIN:VEVENT");
        assertThat(complete("daysheet", nothing).strip()).endsWith("</html>");
        assertThat(complete("daysheetpdf", nothing).strip()).startsWith("%PDF-").endsWith("%%EOF");
    }

    @Test
    void columns_are_chosen_and_a_wrong_one_is_refused() {
        assertThat(complete("csv", ONE_DAY + "&columns=clientName,reminder&bom=false"))
                .isEqualTo("clientName,reminder\r\nCarla,PLANNED\r\n");

        assertThat(export("csv", ONE_DAY + "&columns=nonsense").status()).isEqualTo(422);
        assertThat(export("ical", ONE_DAY + "&columns=clientName").status()).isEqualTo(422);
    }

    @Test
    void more_than_a_year_is_refused() {
        var answer = export("csv", "?from=" + DAY + "&to=" + DAY.plusDays(366));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("0 to 365 days after the first");
    }

    @Test
    void exporters_of_the_folder_stand_on_the_page_beside_the_bundled_ones() {
        var page = shop.api().get("/o/" + shop.slug() + "/today?day=" + DAY).body();

        assertThat(page)
                .contains("/exports/breaking?from=" + DAY, "breaking format")
                .contains("/exports/daysheetpdf?from=" + DAY + "&amp;to=" + DAY)
                .contains("Print day sheet");
    }

    /** Later than anybody may book who is no member. */
    private static void bookLate(LocalDate day, String client) {
        var wish = shop.wish(shop.staff().get(0), day.atTime(23, 0).toInstant(ZoneOffset.UTC))
                .add("offeredOnly", false)
                .add("client", Json.createObjectBuilder().add("name", client));
        Shop.create(shop.api(), shop.path() + "/appointments", wish);
    }

    /** Complete: its length was told before. */
    private static String complete(String format, String query) {
        var answer = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> export(format, query), each -> each.status() != 429);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).as(format).isNotNull();
        return answer.body();
    }

    private static void awaitDownload() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> export("csv", ONE_DAY).status() == 200);
    }

    private static Answer export(String format, String query) {
        return shop.api().get(shop.path() + "/exports/" + format + query);
    }

    private static Answer archive() {
        return shop.api().get(shop.path() + "/archive");
    }

    private static Socket open(String format) throws IOException {
        return ask(shop, "/exports/" + format + ONE_DAY);
    }

    private static Socket ask(Shop asked, String path) throws IOException {
        var address = server.address();
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setReceiveBufferSize(SOME_SEGMENTS);
        socket.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
        var request = "GET " + asked.path() + path + " HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                + "\r\nConnection: close\r\n" + asked.api().headerLines() + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    private static String readAll(String format) throws IOException {
        try (var socket = open(format)) {
            return rest(socket);
        }
    }

    /** The beginning and the end of what comes until the connection ends, in whatever way. */
    private static String rest(Socket socket) throws IOException {
        var seen = new StringBuilder();
        var buffer = new byte[1 << 16];
        try {
            var in = socket.getInputStream();
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                seen.append(new String(buffer, 0, count, ISO_8859_1));
                if (seen.length() > 2 * buffer.length) {
                    seen.delete(ENOUGH, seen.length() - ENOUGH);
                }
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return seen.toString();
    }

    private static String log() throws IOException {
        return Files.readString(server.data().resolve("log").resolve("server.0.log"));
    }
}
