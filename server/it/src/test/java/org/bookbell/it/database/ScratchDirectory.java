package org.bookbell.it.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory with a short path (a socket's may have 107 characters) that goes with the JVM. */
public final class ScratchDirectory {

    private ScratchDirectory() {}

    public static Path create(String name) {
        try {
            return Files.createTempDirectory("bookbell-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the stopping of whatever uses the directory, then deletes it, when the JVM ends. */
    public static void deleteAtEnd(Path directory, Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            delete(directory);
        }));
    }

    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return; // somebody was faster, which is as good
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
