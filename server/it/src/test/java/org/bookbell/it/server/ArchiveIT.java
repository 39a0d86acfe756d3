package org.bookbell.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.bookbell.it.database.Vendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An organization moves from one server to another, and files of clients and appointments come in. */
class ArchiveIT {

    private static final String CSV = "text/csv; charset=utf-8";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    /** What must differ: when it was written. */
    private static final List<String> OF_ITS_TIME = List.of("README.txt", "manifest.json");

    private static BookbellServer server;
    private static BookbellServer other;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        server = BookbellServer.shared(Vendor.H2);
        other = BookbellServer.launched(Map.of());
        other.awaitReady();
    }

    @AfterAll
    static void stop() {
        other.stop();
    }

    private static Instant noonIn(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(12));
    }

    private static String appointments(Shop shop) {
        return "service,staff,start,clientName,clientEmail,note\r\n"
                + shop.service() + ",Staff 1," + noonIn(20) + ",Ann Archive,ann@example.org,'=note\r\n"
                + "Half an hour,Staff 2," + noonIn(21) + ",Ben Archive,ben@example.org,\r\n";
    }

    private static Answer send(Shop shop, String what, String csv) {
        return shop.api().send("POST", shop.path() + "/imports/" + what, CSV, csv.getBytes(UTF_8));
    }

    private static Map<String, String> unpack(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        files.keySet().removeAll(OF_ITS_TIME);
        return files;
    }

    @Test
    void an_organization_is_the_same_on_the_other_server() throws IOException {
        var shop = Shop.on(server, 2);
        assertThat(send(shop, "appointments", appointments(shop)).status()).isEqualTo(200);
        var address = Shop.create(
                        shop.api(),
                        shop.path() + "/feeds",
                        Json.createObjectBuilder().add("kind", "ORGANIZATION"))
                .getString("address");
        var wanted = "{\"evening\":\"18:30\",\"daysAhead\":5,\"addresses\":[\"desk@example.org\"]}";
        assertThat(server.operator()
                        .send("PUT", shop.path() + "/agenda", wanted)
                        .status())
                .isEqualTo(200);
        var archive = shop.api().download(shop.path() + "/archive");
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Disposition").orElse(""))
                .contains(shop.slug() + "-");
        var file = Files.write(directory.resolve("archive.zip"), archive.body());

        var imported = ConsoleCommand.beside(other, "organization", "import", file.toString());
        var again = ConsoleCommand.beside(other, "organization", "import", file.toString());

        assertThat(imported.exit()).as(imported.output()).isZero();
        assertThat(imported.output())
                .contains("is imported: 2 clients, 2 appointments")
                .contains("The secrets of its feeds (1) are new", "outside calendars are not in it");
        assertThat(again.exit()).as(again.output()).isEqualTo(1);
        assertThat(again.output()).contains("has an organization \"" + shop.slug() + "\" already");
        var second = unpack(other.operator().download(shop.path() + "/archive").body());
        unpack(archive.body())
                .forEach(
                        (name, content) -> assertThat(second.get(name)).as(name).isEqualTo(content));
        assertThat(second.get("calendar.ics")).contains("Ann Archive");
        assertThat(other.operator().get(shop.path() + "/agenda").body()).contains("18:30", "desk@example.org");
        assertThatTheFeedOpensAtItsNextAddressOnly(shop, URI.create(address).getPath());
        assertThat(other.operator()
                        .get(shop.path() + "/messages?state=PLANNED")
                        .json()
                        .getJsonArray("items"))
                .hasSize(2);
    }

    private static void assertThatTheFeedOpensAtItsNextAddressOnly(Shop shop, String former) {
        var feeds = other.operator()
                .get(shop.path() + "/feeds")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(feeds).hasSize(1);
        var rotated =
                other.operator().post(shop.path() + "/feeds/" + feeds.get(0).getString("id") + "/rotate", "{}");

        var next = URI.create(rotated.json().getString("address")).getPath();

        assertThat(other.api().get(former).status()).isEqualTo(404);
        assertThat(other.api().get(next).body()).contains("Ann Archive");
    }

    @Test
    void a_file_that_is_no_archive_is_refused_in_words() throws IOException {
        var file = Files.writeString(directory.resolve("letter.zip"), "Dear all");

        var refused = ConsoleCommand.beside(other, "organization", "import", file.toString());

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output())
                .contains("letter.zip: The file is no complete ZIP", "nothing was imported")
                .doesNotContain("Exception");
    }

    @Test
    void a_file_is_tried_then_imported_and_taken_times_are_told_by_line() {
        var shop = Shop.on(server, 2);

        var tried = send(shop, "appointments?dryRun=true", appointments(shop));
        var imported = send(shop, "appointments", appointments(shop));
        var again = send(shop, "appointments", appointments(shop));

        assertThat(tried.json().getInt("created")).as(tried.toString()).isEqualTo(2);
        assertThat(imported.json().getBoolean("dryRun")).as(imported.toString()).isFalse();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/lines/2/start");
        assertThat(again.json().getInt("faultCount")).isEqualTo(2);
        assertThat(shop.api().get(shop.path() + "/clients").json().getJsonArray("items"))
                .hasSize(2);
    }

    @Test
    void clients_come_in_by_files_above_the_usual_size() {
        var shop = Shop.on(server, 1);
        var lines = new StringBuilder("name,note\n");
        for (var i = 0; i < 1500; i++) {
            lines.append("Client ")
                    .append(i)
                    .append(',')
                    .append("n".repeat(900))
                    .append('\n');
        }

        var answer = send(shop, "clients?dryRun=true", lines.toString());
        var tooLarge = send(shop, "clients?dryRun=true", lines.toString().repeat(4));
        var wrongType = shop.api().send("POST", shop.path() + "/imports/clients", "text/plain", new byte[] {65});

        assertThat(answer.json().getInt("created")).as(answer.toString()).isEqualTo(1500);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(wrongType.status()).isEqualTo(415);
    }

    @Test
    void the_form_of_the_page_tries_a_file_without_a_script() {
        var shop = Shop.on(server, 1);
        var operator = server.operator().without("X-CSRF-Token");
        var path = "/o/" + shop.slug() + "/account/downloads";
        var page = operator.with("Accept", "text/html").get(path);
        var csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).as(page.toString()).isTrue();
        var form = part("csrf", csrf.group(1)) + part("subject", "clients") + part("act", "try")
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "name,email\r\nJürgen,nobody\r\n\r\n--x--\r\n";

        var answer = operator.with("Accept", "text/html")
                .send("POST", path, "multipart/form-data; boundary=x", form.getBytes(UTF_8));
        var forged = operator.with("Accept", "text/html")
                .send(
                        "POST",
                        path,
                        "multipart/form-data; boundary=x",
                        (part("csrf", "guessed") + "--x--\r\n").getBytes(UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.body()).contains("The e-mail must be an address").contains(">2<");
        assertThat(forged.status()).isEqualTo(403);
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
