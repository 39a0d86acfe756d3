package org.bookbell.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a process of Java keeps in its heap once all garbage is gone. */
public final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private LiveHeap() {}

    /** In bytes: the histogram of the JDK's {@code jcmd} counts after a whole collection. */
    public static long of(long pid) {
        var histogram =
                run(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid);
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("jcmd tells no total: " + histogram);
        }
        return Long.parseLong(total.group(1));
    }

    private static String run(String jcmd, long pid) {
        try {
            var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
