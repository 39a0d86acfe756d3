package org.bookbell.it.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs whose whole world is one directory, far from the zone of the appointments. */
final class Program {

    private static final int MINUTES = 2;
    private static final String YES = "y\n".repeat(20);

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();

    Program(Path home) {
        this.home = home;
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        for (var name : List.of("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
            environment.put(name, home.toString());
        }
    }

    Program with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path home() {
        return home;
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the program prints, once it has ended well; whatever it asks is answered by yes. */
    List<String> run(Path program, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var out = home.resolve("output");
        var errors = home.resolve("errors");
        var builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(Redirect.from(file("input", YES).toFile()))
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var hasEnded = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(hasEnded && process.exitValue() == 0)
                    .as(() -> command + " said " + read(out) + read(errors))
                    .isTrue();
            return read(out).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
