package org.bookbell.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bookbell.it.database.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The packed {@code bookbell.jar}, run as its user runs it. */
@Execution(ExecutionMode.CONCURRENT)
class BookbellJarIT {

    private static final Path JAR =
            Path.of("../launcher/target/bookbell.jar").toAbsolutePath().normalize();
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    @TempDir
    private Path directory;

    private final Map<Process, Path> outputs = new HashMap<>();

    @AfterEach
    void end_what_a_test_started() {
        outputs.keySet().forEach(Process::destroyForcibly);
    }

    @Test
    void it_starts_is_backed_up_while_running_and_stops_in_time() throws Exception {
        var data = directory.resolve("data");
        var port = FreePort.find();
        var server = run("--port", Integer.toString(port), "--data", data.toString());
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !server.isAlive() || output(server).contains("Bookbell is up"));
        assertThat(output(server)).contains("Bookbell is up").contains("http://127.0.0.1:" + port);
        assertThat(statusOf("http://127.0.0.1:" + port + "/health/live")).isEqualTo(200);

        var second = run("--port", Integer.toString(FreePort.find()), "--data", data.toString());
        assertThat(exitOf(second)).isEqualTo(1);
        assertThat(output(second)).contains("Another server runs on the data directory", Long.toString(server.pid()));

        var backup = directory.resolve("backup.zip");
        var copying = run("backup", backup.toString(), "--data", data.toString());
        assertThat(exitOf(copying)).as(output(copying)).isZero();
        assertThat(backup).isNotEmptyFile();

        server.destroy();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).as("stops within 10 s").isTrue();
        assertThat(output(server)).contains("Bookbell is stopping.");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_before_anything_starts() throws Exception {
        var data = Files.writeString(directory.resolve("data"), "a file, no directory");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var start = run(
                    "--port", Integer.toString(taken.getLocalPort()),
                    "--data", data.toString(),
                    "--plugins", directory.resolve("none").toString(),
                    "--prot", "1");

            assertThat(exitOf(start)).isEqualTo(1);
            assertThat(output(start))
                    .contains("Did you mean --port?")
                    .contains("The plugins directory")
                    .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("cannot be written")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_a_fault_with_its_cure() throws Exception {
        var start = run(
                List.of("-Dbookbell.db.url=jdbc:mariadb://127.0.0.1:" + FreePort.find() + "/bookbell"),
                "--port",
                Integer.toString(FreePort.find()),
                "--data",
                directory.resolve("data").toString());

        assertThat(exitOf(start)).isEqualTo(1);
        assertThat(output(start)).contains("cannot be used as bookbell", "See whether the database server runs");
    }

    @Test
    void an_embedded_database_that_is_not_in_use_is_backed_up_too() throws Exception {
        var data = Files.createDirectory(directory.resolve("data"));
        var backup = directory.resolve("backup.zip");

        var copying = run("backup", backup.toString(), "--data", data.toString());

        assertThat(exitOf(copying)).as(output(copying)).isZero();
        assertThat(backup).isNotEmptyFile();
    }

    @Test
    void without_a_server_what_can_be_checked_is_checked_and_nothing_is_made() throws Exception {
        var data = directory.resolve("data");

        var check = run("check", "--port", Integer.toString(FreePort.find()), "--data", data.toString());

        assertThat(exitOf(check)).as(output(check)).isZero();
        assertThat(output(check)).contains("made at the first start", "All is well.");
        assertThat(data).doesNotExist();
    }

    @Test
    void plugins_are_listed_without_a_server() throws Exception {
        var data = directory.resolve("data");

        var list = run("plugins", "--data", data.toString());

        assertThat(exitOf(list)).as(output(list)).isZero();
        assertThat(output(list))
                .containsPattern("(?m)^ok +smtp +e-mail, .*bookbell-smtp.*jar of the server, version \\d.*, SPI \\d")
                .containsPattern("(?m)^ok +csv +export, ")
                .containsPattern("(?m)^- +plugins folder +.*does not exist")
                .contains("All is well.");
        assertThat(data).doesNotExist();
    }

    @Test
    void a_plugin_that_a_server_would_refuse_is_a_fault_with_its_cure() throws Exception {
        var folder = Files.createDirectory(directory.resolve("plugins"));
        Files.writeString(folder.resolve("page.jar"), "<html>404 Not Found</html>");

        var list = run("plugins", "--data", directory.resolve("data").toString(), "--plugins", folder.toString());

        assertThat(exitOf(list)).isEqualTo(1);
        assertThat(output(list))
                .containsPattern("(?m)^WRONG +page.jar ")
                .contains("! The plugin page.jar cannot be used: The file is damaged", "  Copy it again")
                .doesNotContain("Exception", "All is well.");
    }

    @Test
    void a_jar_is_checked_without_a_server() throws Exception {
        var file = Files.writeString(directory.resolve("page.jar"), "<html>404 Not Found</html>");

        var check = run("plugins", "check", file.toString());
        var nothing = run("plugins", "check");

        assertThat(exitOf(check)).isEqualTo(1);
        assertThat(output(check))
                .contains("! The file is damaged or only half there")
                .doesNotContain("Exception");
        assertThat(exitOf(nothing)).isEqualTo(1);
        assertThat(output(nothing)).contains("Write: plugins check FILE.");
    }

    @Test
    void an_organization_is_made_where_no_server_runs_and_check_finds_its_tables() throws Exception {
        var port = Integer.toString(FreePort.find());
        var data = directory.resolve("data").toString();
        var create = run(
                "organization",
                "create",
                "--name=Quiet Hands",
                "--slug=quiet-hands",
                "--zone=Europe/Zurich",
                "--locale=de-CH",
                "--country=CH",
                "--owner=anna@example.org",
                "--port=" + port,
                "--data=" + data);

        assertThat(create.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(create.exitValue()).as(output(create)).isZero();
        assertThat(output(create))
                .contains("operator@localhost with the password", "anna@example.org signs in with the password");
        var check = run("check", "--port", port, "--data", data);
        assertThat(exitOf(check)).as(output(check)).isZero();
        assertThat(output(check)).containsPattern("embedded H2, tables of version \\d+");
    }

    @Test
    void installed_it_starts_from_the_classes_that_were_kept() throws Exception {
        var place = directory.resolve("installed");
        var install = run("install", place.toString());
        assertThat(install.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(install.exitValue()).as(output(install)).isZero();
        var installed = place.resolve("bookbell.jar");
        var kept = "-XX:SharedArchiveFile=" + place.resolve("bookbell.jsa");
        assertThat(output(install)).contains("java " + kept + " -jar " + installed);

        var data = directory.resolve("data");
        var port = FreePort.find();
        // -Xshare:on: Java ends where it cannot use what was kept
        var server = run(
                installed, List.of("-Xshare:on", kept), "--port", Integer.toString(port), "--data", data.toString());
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !server.isAlive() || output(server).contains("Bookbell is up"));
        assertThat(output(server)).contains("Bookbell is up");
        assertThat(statusOf("http://127.0.0.1:" + port + "/health/ready")).isEqualTo(200);
        server.destroy();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).as("stops within 10 s").isTrue();

        var copying = run(
                installed, List.of(), "backup", directory.resolve("backup.zip").toString(), "--data", data.toString());
        assertThat(exitOf(copying)).as(output(copying)).isZero();

        var list = run(installed, List.of(), "plugins", "--data", data.toString());
        assertThat(exitOf(list)).as(output(list)).isZero();
        assertThat(output(list)).containsPattern("(?m)^ok +smtp ");

        var again = run("install", place.toString());
        assertThat(exitOf(again)).isEqualTo(1);
        assertThat(output(again)).contains(place + " is not empty.");
        var twice =
                run(installed, List.of(), "install", directory.resolve("other").toString());
        assertThat(exitOf(twice)).isEqualTo(1);
        assertThat(output(twice)).contains(installed + " is installed already.");
    }

    private Process run(String... arguments) throws IOException {
        return run(List.of(), arguments);
    }

    private Process run(List<String> flags, String... arguments) throws IOException {
        return run(JAR, flags, arguments);
    }

    private Process run(Path jar, List<String> flags, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(directory, "output", ".txt");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        outputs.put(process, output);
        return process;
    }

    private String output(Process process) throws IOException {
        return Files.readString(outputs.getOrDefault(process, directory));
    }

    private static int exitOf(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        return process.exitValue();
    }

    private static int statusOf(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
