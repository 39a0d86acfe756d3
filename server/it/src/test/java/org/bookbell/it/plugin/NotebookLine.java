package org.bookbell.it.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One submission that the notebook took. */
public record NotebookLine(String attemptId, String to) {

    /** What the notebook holds, oldest first. */
    public static List<NotebookLine> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" "))
                    .map(words -> new NotebookLine(words[0], words[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return attemptId + " " + to;
    }

    boolean isEven() {
        return isEven(to);
    }

    public static boolean isEven(String number) {
        return (number.charAt(number.length() - 1) - '0') % 2 == 0;
    }
}
