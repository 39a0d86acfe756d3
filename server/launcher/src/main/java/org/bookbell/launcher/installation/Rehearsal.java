package org.bookbell.launcher.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bookbell.launcher.console.FaultsException;

/**
 * A start of an installed server on a directory of its own, after which Java writes the classes that it loaded into an
 * archive (application class-data sharing, JEP 350). A later start maps them instead of reading and checking them anew.
 */
public final class Rehearsal {

    private static final String UP = "Bookbell is up";
    private static final int MINUTES = 10;
    private static final int LINES_OF_A_FAILURE = 10;

    private final Installation installation;
    private final Path stage;

    private Rehearsal(Installation installation, Path stage) {
        this.installation = installation;
        this.stage = stage;
    }

    /** Starts and stops the server once; says why if it does not start, or if this Java keeps no classes. */
    public static void of(Installation installation) throws FaultsException, IOException {
        Path stage = Files.createTempDirectory("bookbell-rehearsal");
        try {
            new Rehearsal(installation, stage).run();
        } finally {
            delete(stage);
        }
    }

    private void run() throws FaultsException, IOException {
        Path output = stage.resolve("output");
        Process server = start(output);
        try {
            boolean isUp = awaitUp(server, output);
            server.destroy();
            boolean isDown = server.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!isUp || !isDown || !Files.exists(installation.classes())) {
                throw failed(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(output);
        } finally {
            server.destroyForcibly();
        }
    }

    private Process start(Path output) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-XX:ArchiveClassesAtExit=" + installation.classes(),
                "-Xlog:cds=off",
                "-jar",
                installation.jar().toString(),
                "--data",
                stage.resolve("data").toString(),
                "--port",
                Integer.toString(freePort()));
        // what is set for the server to come must not be touched by this one
        builder.environment()
                .keySet()
                .removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("BOOKBELL"));
        return builder.directory(stage.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    private static boolean awaitUp(Process server, Path output) throws InterruptedException, IOException {
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        boolean isUp = false;
        while (!isUp && System.nanoTime() < patience && !server.waitFor(200, TimeUnit.MILLISECONDS)) {
            isUp = Files.readString(output).contains(UP);
        }
        return isUp;
    }

    private FaultsException failed(Path output) throws IOException {
        List<String> said = Files.readAllLines(output, StandardCharsets.UTF_8);
        String last = String.join("\n    ", said.subList(Math.max(0, said.size() - LINES_OF_A_FAILURE), said.size()));
        return new FaultsException(
                "The installed server kept no classes for a faster start. It said:\n    " + last,
                "It can be started without " + installation.classes().getFileName()
                        + " all the same; for a faster start use Java 17 or newer of OpenJDK, remove the directory and"
                        + " install again.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
