package org.bookbell.it.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.ScratchDirectory;
import org.bookbell.it.database.Signal;
import org.bookbell.it.database.Vendor;
import org.jspecify.annotations.Nullable;

/** {@code bookbell.jar} as a process on a free port of 127.0.0.1, with its own data directory and a chosen database. */
public final class BookbellServer {

    private static final Path JAR = Path.of(System.getProperty("bookbell.it.jar", "../launcher/target/bookbell.jar"));
    private static final String FLAGS =
            System.getProperty("bookbell.it.jvm", "-Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");

    private static final Pattern FIRST_OPERATOR =
            Pattern.compile("signs in as (?<email>\\S+) with the password (?<password>\\S+)");
    /** All visitors of the tests come from 127.0.0.1, with numbers that begin alike. */
    private static final List<String> UNLIMITED = List.of(
            "bookbell.bookings.perNetworkAndHour",
            "bookbell.bookings.perNetworkAndDay",
            "bookbell.bookings.perContactAndHour",
            "bookbell.bookings.perContactAndDay",
            "bookbell.bookings.perBlockAndHour",
            "bookbell.bookings.perCountryAndHour");

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Map<Vendor, BookbellServer> SHARED = new EnumMap<>(Vendor.class);

    private final Path scratch = ScratchDirectory.create("server");
    private final Path output = scratch.resolve("console.txt");
    private final int port = FreePort.find();
    private final Map<String, String> settings;
    private final List<String> wrapper;
    private Process process;
    private @Nullable Api operator;

    private BookbellServer(Map<String, String> settings, List<String> wrapper) {
        this.settings = Map.copyOf(settings);
        this.wrapper = List.copyOf(wrapper);
        process = launch();
        ScratchDirectory.deleteAtEnd(scratch, () -> end(process.destroyForcibly()));
    }

    /** The one server on this kind of database that test classes share. */
    public static BookbellServer shared(Vendor vendor) {
        synchronized (SHARED) {
            return SHARED.computeIfAbsent(vendor, v -> on(v.freshSchema()));
        }
    }

    /** A server of one's own, ready to be used. */
    public static BookbellServer on(Schema schema) {
        return on(schema, Map.of());
    }

    /** The same, with more settings. */
    public static BookbellServer on(Schema schema, Map<String, String> more) {
        return wrapped(List.of(), schema, more);
    }

    /** The same, begun by a command that ends in becoming the process that its last arguments name. */
    public static BookbellServer wrapped(List<String> wrapper, Schema schema, Map<String, String> more) {
        var settings = new HashMap<>(more);
        UNLIMITED.forEach(name -> settings.putIfAbsent(name, "0"));
        settings.put("bookbell.db.url", schema.url());
        settings.put("bookbell.db.user", schema.user());
        settings.put("bookbell.db.password", schema.password());
        var server = new BookbellServer(settings, wrapper);
        server.awaitReady();
        return server;
    }

    /** A process that has only just begun to start, with these settings in its environment. */
    public static BookbellServer launched(Map<String, String> settings) {
        return new BookbellServer(settings, List.of());
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Its data directory. */
    public Path data() {
        return scratch.resolve("data");
    }

    public Api api() {
        return Api.at(address());
    }

    public long pid() {
        return process.pid();
    }

    /** A connection to its database, for tests that look behind its back. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("bookbell.db.url"),
                settings.get("bookbell.db.user"),
                settings.get("bookbell.db.password"));
    }

    /**
     * Speaks as the operator who was made at the first start and whose password the console showed once, always in the same
     * session: to sign in costs the server a second.
     */
    public synchronized Api operator() {
        if (operator == null) {
            var shown = FIRST_OPERATOR.matcher(output());
            if (!shown.find()) {
                throw new IllegalStateException("the console shows no operator: " + output());
            }
            operator = Session.signIn(api(), shown.group("email"), shown.group("password"));
        }
        return operator;
    }

    /** Speaks as a member. */
    public Api signIn(String email, String password) {
        return Session.signIn(api(), email, password);
    }

    /** What it has written to its console. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        await("a ready server; its console: " + output)
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(
                                "the server ended with " + process.exitValue() + ": " + output());
                    }
                })
                // not there yet, or it hangs up while it starts
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> api().get("/health/ready").status() == 200);
    }

    /** Waits until it has ended by itself, and answers its exit code. */
    public int awaitEnd() {
        return end(process, START_LIMIT);
    }

    /** Asks it to stop, as SIGTERM does, and answers its exit code. */
    public int stop() {
        process.destroy();
        return end(process);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        end(process);
    }

    /** Stops its time, as a suspended virtual machine's. */
    public void pause() {
        Signal.send("STOP", process.pid());
    }

    /** Ends a {@link #pause()}. */
    public void goOn() {
        Signal.send("CONT", process.pid());
    }

    /** Starts it again over the same data directory and database. */
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    private static int end(Process process) {
        return end(process, STOP_LIMIT);
    }

    private static int end(Process process, Duration limit) {
        await("the end of the server").atMost(limit).until(() -> !process.isAlive());
        return process.exitValue();
    }

    private Process launch() {
        var builder = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        settings.forEach((name, value) -> builder.environment().put(variable(name), value));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR.toAbsolutePath() + " is not built");
        }
        var command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(FLAGS.split(" ")));
        command.addAll(List.of("-jar", JAR.toString()));
        if (!settings.containsKey("bookbell.port")) {
            command.addAll(List.of("--port", Integer.toString(port)));
        }
        if (!settings.containsKey("bookbell.data.dir")) {
            command.addAll(List.of("--data", data().toString()));
        }
        return command;
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
