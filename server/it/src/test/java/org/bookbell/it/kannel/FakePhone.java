package org.bookbell.it.kannel;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.bookbell.it.database.Required;

/** Kannel's {@code fakesmsc} as a process: all phones behind a {@code smsc = fake}. */
final class FakePhone implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern MESSAGE = Pattern.compile("Got message \\d+: <(.*)>");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Process process;

    private FakePhone(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "fake-phone");
        reader.setDaemon(true);
        reader.start();
    }

    static FakePhone connect(int port) {
        var program = Required.program("/usr/lib/kannel/test/fakesmsc", "kannel-extras");
        try {
            return new FakePhone(new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-r", Integer.toString(port))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came for a number, as {@code sender receiver kind text}, once it was {@code count} messages or parts. */
    List<String> awaitMessages(String number, int count) {
        return await("messages of the fake phone")
                .atMost(PATIENCE)
                .failFast("fakesmsc ended", () -> !process.isAlive())
                .until(() -> messages(number), found -> found.size() >= count);
    }

    private List<String> messages(String number) {
        return lines.stream()
                .flatMap(line -> MESSAGE.matcher(line).results())
                .map(found -> found.group(1))
                .filter(message -> message.contains(" " + number + " "))
                .toList();
    }

    /** The text that a message holds percent-encoded after its last space. */
    static String decoded(String message, Charset charset) {
        var encoded = message.substring(message.lastIndexOf(' ') + 1);
        var bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, charset);
    }

    void send(String from, String to, String text) {
        try {
            var line = from + " " + to + " text " + text + "\n";
            process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await("the end of the fake phone").atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
