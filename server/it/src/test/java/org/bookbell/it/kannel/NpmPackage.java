package org.bookbell.it.kannel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bookbell.it.database.Required;

/** A package of npm's, installed once below {@code target}, whichever process of a run asks first. */
public final class NpmPackage {

    private static final Path HOME = Path.of("target", "npm").toAbsolutePath();
    private static final int MINUTES = 5;

    private NpmPackage() {}

    /** The directory in which Node finds the package. */
    public static Path installed(String name, String version) {
        var modules = HOME.resolve("node_modules");
        try {
            Files.createDirectories(HOME);
            try (var file = FileChannel.open(
                            HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = file.lock()) {
                if (lock.isValid() && !Files.exists(modules.resolve(name))) {
                    install(name + "@" + version);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(modules.resolve(name))) {
            Required.missing("npm could not install " + name + ": see " + HOME.resolve("log"));
        }
        return modules;
    }

    private static void install(String named) throws IOException {
        var npm = Required.program("/usr/bin/npm", "npm").toString();
        var command = List.of(
                npm, "install", "--prefix", HOME.toString(), "--no-audit", "--no-fund", "--ignore-scripts", named);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log").toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
