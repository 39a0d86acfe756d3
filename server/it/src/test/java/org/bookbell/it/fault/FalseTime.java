package org.bookbell.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.it.database.Required;

/** Lets a process believe that it is earlier or later, by Debian's {@code faketime}. */
final class FalseTime {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final int AT_MOST_DEEP = 3;

    private FalseTime() {}

    /**
     * The environment of a process whose calendar is off by {@code hours} while its stop watch goes right. What faketime does by
     * itself about waits on the stop watch lets a JVM spin, so it is switched off.
     */
    static Map<String, String> off(int hours, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("LD_PRELOAD", library().toString());
        all.put("FAKETIME", (hours < 0 ? "" : "+") + hours + "h");
        all.put("DONT_FAKE_MONOTONIC", "1");
        all.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
        return all;
    }

    private static Path library() {
        var library = find();
        if (library.isEmpty()) {
            Required.missing("libfaketime is missing: install faketime, then run the build again");
        }
        return library.orElseThrow();
    }

    private static Optional<Path> find() {
        try (var files = Files.find(
                LIBRARIES,
                AT_MOST_DEEP,
                (path, attributes) -> path.endsWith(Path.of("faketime", "libfaketimeMT.so.1")))) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
