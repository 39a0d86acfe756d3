package org.bookbell.it.plugin;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bookbell.it.database.ScratchDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes a plugin: a directory with a clone of this project, and a shell. Its Maven finds what the build has
 * fetched and keeps what it fetches there, but this project's own artifacts are in a repository of the author's: a build
 * that only verifies installs nothing.
 */
final class PluginAuthor {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("server/spi", "server/spi-testkit", "server/plugin-archetype");
    private static final Set<String> UNTRACKED = Set.of("target", ".git");
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Path home;
    private volatile @Nullable Process running;

    private PluginAuthor(Path home) {
        this.home = home;
    }

    /** One with a directory of its own, which goes with the JVM. */
    static PluginAuthor come() throws IOException {
        var author = new PluginAuthor(ScratchDirectory.create("author"));
        ScratchDirectory.deleteAtEnd(author.home, author::stop);
        author.copyProject();
        author.layRepository();
        author.writeMaven();
        Files.createDirectory(author.workplace());
        return author;
    }

    /** The author's copy of this project: what Maven reads of all modules, and those that plugins need. */
    Path project() {
        return home.resolve("clone");
    }

    /** Where the author's commands begin. */
    Path workplace() {
        return home.resolve("work");
    }

    /**
     * Runs commands in one shell, which ends at the first that fails and takes along what it started.
     *
     * @return all that they said
     */
    String run(List<String> commands, Map<String, String> variables) throws IOException, InterruptedException {
        var output = home.resolve("output.txt");
        var script = Files.writeString(
                home.resolve("commands.sh"),
                "set -euo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT\n"
                        + String.join("\n", commands));
        var shell = new ProcessBuilder("bash", script.toString())
                .directory(workplace().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().putAll(variables);
        shell.environment().put("PATH", home.resolve("bin") + ":" + java("bin") + ":" + System.getenv("PATH"));
        shell.environment().put("JAVA_HOME", java("").toString());
        // each lives for seconds: they should start soon rather than run fast
        shell.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        running = shell.start();
        try {
            if (!running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || running.exitValue() != 0) {
                throw new AssertionError("the commands failed: " + Files.readString(output));
            }
        } finally {
            stop();
        }
        return Files.readString(output);
    }

    private void stop() {
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    private static Path java(String directory) {
        return Path.of(System.getProperty("java.home"), directory);
    }

    private void copyProject() throws IOException {
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return UNTRACKED.contains(directory.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isNeeded(file)) {
                    var copy = project().resolve(PROJECT.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isNeeded(Path file) {
        return file.endsWith("pom.xml")
                || MODULES.stream().map(PROJECT::resolve).anyMatch(file::startsWith);
    }

    /** Links to everything in the build's repository but this project's own. */
    private void layRepository() throws IOException {
        var built = Path.of(System.getProperty("bookbell.it.repository"));
        link(built, repository(), "org");
        link(built.resolve("org"), repository().resolve("org"), "bookbell");
    }

    private Path repository() {
        return home.resolve("repository");
    }

    private static void link(Path directory, Path links, String omitted) throws IOException {
        Files.createDirectories(links);
        try (var entries = Files.list(directory)) {
            for (var entry : entries.toList()) {
                if (!entry.endsWith(omitted)) {
                    Files.createSymbolicLink(links.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    /** A {@code mvn} that is the build's, with the author's repository; a warning in what it compiles is an error. */
    private void writeMaven() throws IOException {
        var maven = home.resolve("bin/mvn");
        Files.createDirectories(maven.getParent());
        Files.writeString(
                maven,
                "#!/bin/sh\nexec '" + System.getProperty("bookbell.it.maven") + "' -B -Dmaven.repo.local='"
                        + repository() + "' -Dmaven.compiler.failOnWarning=true \"$@\"\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
