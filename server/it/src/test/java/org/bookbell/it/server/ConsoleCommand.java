package org.bookbell.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a command of {@code bookbell.jar} wrote to its console, and its exit code. */
record ConsoleCommand(int exit, String output) {

    private static final Path JAR = Path.of(System.getProperty("bookbell.it.jar", "../launcher/target/bookbell.jar"));

    /** Runs a second process beside {@code server}, over its data directory. */
    static ConsoleCommand beside(BookbellServer server, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", server.data().toString()));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new ConsoleCommand(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
