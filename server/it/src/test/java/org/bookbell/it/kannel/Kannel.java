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
import java.util.function.UnaryOperator;
import org.bookbell.it.database.ScratchDirectory;

/** A bearerbox and its smsbox as processes, with files of their own. */
final class Kannel implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path directory = ScratchDirectory.create("kannel");
    private final Path file = directory.resolve("kannel.conf");
    private final Configuration configuration;
    private Process bearerbox;
    private Process smsbox;

    private Kannel(String hook, UnaryOperator<Configuration> change) {
        Required.program("/usr/sbin/bearerbox", "kannel");
        Required.program("/usr/sbin/smsbox", "kannel");
        configuration = change.apply(Configuration.documented(directory, hook));
        try {
            Files.createDirectory(directory.resolve("store"));
            Files.createDirectory(directory.resolve("dlr"));
            Files.writeString(file, configuration.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bearerbox = startBearerbox();
        smsbox = startSmsbox();
        ScratchDirectory.deleteAtEnd(directory, this::close);
    }

    /** One with the documented configuration, changed, whose replies go to the web hook {@code hook}. */
    static Kannel start(String hook, UnaryOperator<Configuration> change) {
        return new Kannel(hook, change);
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
        bearerbox = startBearerbox();
        smsbox = startSmsbox();
    }

    void stopSmsbox() {
        end(smsbox);
    }

    void startSmsboxAgain() {
        smsbox = startSmsbox();
    }

    /** Of the box that an smsbox waits for before it answers. */
    Process bearerbox() {
        return bearerbox;
    }

    private Process startBearerbox() {
        var process = start("/usr/sbin/bearerbox");
        awaitPort(configuration.adminPort(), process);
        return process;
    }

    private Process startSmsbox() {
        var process = start("/usr/sbin/smsbox");
        awaitPort(configuration.sendSmsPort(), process);
        return process;
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

    private static void end(Process process) {
        process.destroy();
        await("the end of a box").atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
