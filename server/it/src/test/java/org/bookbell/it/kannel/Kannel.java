package org.bookbell.it.kannel;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bookbell.it.database.Required;
import org.bookbell.it.database.ScratchDirectory;
import org.jspecify.annotations.Nullable;

/** A bearerbox and its smsbox as processes, with files of their own. */
final class Kannel implements AutoCloseable {

    private static final String BEARERBOX = "/usr/sbin/bearerbox";
    private static final String SMSBOX = "/usr/sbin/smsbox";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path directory = ScratchDirectory.create("kannel");
    private final Path file = directory.resolve("kannel.conf");
    private final Configuration configuration;
    private @Nullable Process bearerbox;
    private @Nullable Process smsbox;

    private Kannel(String hook, UnaryOperator<Configuration> change) {
        configuration = change.apply(Configuration.documented(directory, hook));
        try {
            Files.createDirectory(directory.resolve("store"));
            Files.createDirectory(directory.resolve("dlr"));
            Files.writeString(file, configuration.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ScratchDirectory.deleteAtEnd(directory, this::close);
    }

    /** One with the documented configuration, changed, whose replies go to the web hook {@code hook}. */
    static Kannel start(String hook, UnaryOperator<Configuration> change) {
        Required.program(BEARERBOX, "kannel");
        Required.program(SMSBOX, "kannel");
        var kannel = new Kannel(hook, change);
        kannel.startBoxes();
        return kannel;
    }

    /** The settings of a gateway that submits to it. */
    Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "address", "http://127.0.0.1:" + configuration.sendSmsPort() + "/cgi-bin/sendsms",
                "username", Configuration.USER,
                "password", Configuration.PASSWORD,
                "statusAddress", "http://127.0.0.1:" + configuration.adminPort() + "/status.txt",
                "statusPassword", Configuration.STATUS_PASSWORD));
        settings.putAll(more);
        return settings;
    }

    /** Stops both boxes in their order and starts them again over the same files. */
    void restart() {
        close();
        startBoxes();
    }

    void stopSmsbox() {
        end(smsbox);
    }

    void startSmsbox() {
        var process = start(SMSBOX);
        smsbox = process;
        awaitPort(configuration.sendSmsPort(), process);
    }

    /** The box that an smsbox waits for before it answers. */
    Process bearerbox() {
        return Objects.requireNonNull(bearerbox);
    }

    private void startBoxes() {
        var process = start(BEARERBOX);
        bearerbox = process;
        awaitPort(configuration.adminPort(), process);
        startSmsbox();
    }

    private Process start(String program) {
        try {
            return new ProcessBuilder(program, "-v", "3", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("console").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPort(int port, Process process) {
        await("Kannel, whose files are in " + directory)
                .atMost(PATIENCE)
                .failFast("Kannel ended", () -> !process.isAlive())
                .until(() -> listens(port));
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    /** The smsbox first: a bearerbox waits for those it is connected with. */
    @Override
    public void close() {
        end(smsbox);
        end(bearerbox);
    }

    private static void end(@Nullable Process process) {
        if (process != null) {
            process.destroy();
            await("the end of a box").atMost(PATIENCE).until(() -> !process.isAlive());
        }
    }
}
