package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What another JVM's heap holds after a full collection, which asking causes. */
final class LiveHeap {

    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

    private LiveHeap() {}

    static double megabytes(long pid) {
        try {
            var process = new ProcessBuilder(JCMD, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return text.lines()
                            .filter(line -> line.startsWith("Total"))
                            .mapToLong(line -> Long.parseLong(line.strip().replaceFirst(".*\\s", "")))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("jcmd tells no total: " + text))
                    / (double) (1 << 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
