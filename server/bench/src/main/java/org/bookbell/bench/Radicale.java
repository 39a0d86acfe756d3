package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.ScratchDirectory;

/** A calendar server of another kind, as Debian packages it, on 127.0.0.1 and open to everybody. */
final class Radicale {

    private static final Path PROGRAM = Path.of("/usr/bin/radicale");
    private static final int CREATED = 201;
    private static final String END = "END:VEVENT\r\n";

    private final Path directory = ScratchDirectory.create("radicale");
    private final URI calendar = URI.create("http://127.0.0.1:" + FreePort.find() + "/bench/calendar/");
    private final String first;
    private final Process process;
    private int changes;

    private Radicale(List<String> program, String text) throws IOException {
        first = text.substring(0, text.indexOf(END) + END.length()) + "END:VCALENDAR\r\n";
        var command = new ArrayList<>(program);
        command.addAll(List.of(
                "--config", "",
                "--server-hosts", calendar.getAuthority(),
                "--auth-type", "none",
                "--logging-level", "warning",
                "--storage-filesystem-folder", directory.resolve("storage").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("console.txt").toFile())
                .start();
        ScratchDirectory.deleteAtEnd(directory, process::destroyForcibly);
        await("Radicale, whose console is in " + directory)
                .atMost(Duration.ofMinutes(1))
                .failFast("Radicale ended", () -> !process.isAlive())
                .ignoreException(UncheckedIOException.class)
                .until(() -> exchange(Load.request(calendar, "")) > 0);
        put(calendar, text);
    }

    /** One that has a calendar with that text, or none where it is not installed. */
    static Optional<Radicale> start(String text) {
        return program().map(program -> {
            try {
                return new Radicale(program, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<List<String>> program() {
        if (Files.isExecutable(PROGRAM)) {
            return Optional.of(List.of(PROGRAM.toString()));
        }
        var module = List.of("python3", "-m", "radicale");
        return isThere(module) ? Optional.of(module) : Optional.empty();
    }

    private static boolean isThere(List<String> module) {
        var asked = new ArrayList<>(module);
        asked.add("--version");
        try {
            return new ProcessBuilder(asked)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI calendar() {
        return calendar;
    }

    /** Asks for the calendar after one of its events has changed. */
    byte[] changed() {
        changes++;
        put(
                calendar.resolve("changing.ics"),
                first.replaceFirst("UID:\\S+", "UID:changing").replaceFirst("SEQUENCE:\\d+", "SEQUENCE:" + changes));
        return Load.request(calendar, "");
    }

    void stop() {
        process.destroy();
        await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive());
    }

    private void put(URI address, String text) {
        var body = text.getBytes(UTF_8);
        // any name will do, and makes a place for calendars
        var head = ("PUT " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nAuthorization: Basic YmVuY2g6\r\nContent-Type: text/calendar\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(UTF_8);
        var request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        var status = exchange(request);
        if (status != CREATED) {
            throw new IllegalStateException("Radicale must take a calendar but answered " + status);
        }
    }

    private int exchange(byte[] request) {
        try (var connection = new Connection(calendar)) {
            return connection.exchange(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
