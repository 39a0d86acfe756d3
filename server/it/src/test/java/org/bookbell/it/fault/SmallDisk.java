package org.bookbell.it.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.it.database.Required;
import org.bookbell.it.database.ScratchDirectory;

/** A disk of one megabyte in memory that only one process sees, by Debian's {@code unshare} and {@code mount}. */
final class SmallDisk {

    private static final int PAGE = 4096;
    /** Mounts on the directory that is its first argument, then becomes what the others name. */
    private static final String MOUNT = "mount -t tmpfs -o size=1m bookbell \"$0\" && exec \"$@\"";
    /** As root, or as anybody who may have namespaces of their own. */
    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "--mount"), List.of("unshare", "--mount", "--map-root-user"));

    private final Path directory = ScratchDirectory.create("disk");
    private final List<String> way;

    SmallDisk() {
        ScratchDirectory.deleteAtEnd(directory, () -> {});
        var found = WAYS.stream().filter(this::works).findFirst();
        if (found.isEmpty()) {
            Required.missing(
                    "a small disk cannot be mounted: run the build as root, or let users have namespaces of their"
                            + " own (sysctl kernel.unprivileged_userns_clone=1), then run it again");
        }
        way = found.orElseThrow();
    }

    private boolean works(List<String> candidate) {
        var command = wrapper(candidate);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> wrapper(List<String> through) {
        var command = new ArrayList<>(through);
        command.addAll(List.of("sh", "-c", MOUNT, directory.toString()));
        return command;
    }

    /** The command by which a process sees it. */
    List<String> wrapper() {
        return wrapper(way);
    }

    /** Where that process sees it, and nobody else. */
    Path inside(String name) {
        return directory.resolve(name);
    }

    /** The same place as others find it. */
    Path asSeenBy(long pid, String name) {
        return Path.of("/proc", Long.toString(pid), "root").resolve(Path.of("/").relativize(inside(name)));
    }

    /** Fills it but for some pages. */
    void fill(long pid, int freePages) {
        var file = asSeenBy(pid, "filler");
        var written = 0L;
        try (var out = Files.newOutputStream(file)) {
            written = writeUntilFull(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            out.truncate(written - (long) freePages * PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long writeUntilFull(OutputStream out) {
        var page = new byte[PAGE];
        for (long written = 0; ; written += PAGE) {
            try {
                out.write(page);
            } catch (IOException full) {
                return written;
            }
        }
    }

    /** Makes room again. */
    void empty(long pid) {
        try {
            Files.delete(asSeenBy(pid, "filler"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files below a folder of it; none where there is no folder. */
    List<String> files(long pid, String name) {
        var folder = asSeenBy(pid, name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
