package org.bookbell.export.agenda.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * A folder with a folder for each organization, and in that one for each day. A file is there whole or not at all, whatever
 * ends the server: it is written under another name, forced to the disk, and then renamed. Nobody but the server's own user
 * may read it.
 */
final class DayPackFolder {

    private static final String UNFINISHED = ".unfinished";
    private static final boolean HAS_MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;

    DayPackFolder(Path root) {
        this.root = root;
    }

    /** Whether the file of that name shows {@code since} or a later moment. */
    boolean isWritten(String slug, LocalDate day, String name, Instant since) throws IOException {
        var file = folder(slug, day).resolve(name);
        return Files.exists(file)
                && !Files.getLastModifiedTime(file).toInstant().isBefore(since);
    }

    /** Writes files of one moment, the last one last. */
    void write(String slug, LocalDate day, Instant asOf, List<Attachment> files) throws IOException {
        var folder = Files.createDirectories(folder(slug, day), mode("rwx------"));
        removeUnfinished(folder);
        for (var file : files) {
            write(folder, file, asOf);
        }
        sync(folder);
    }

    private static void write(Path folder, Attachment file, Instant asOf) throws IOException {
        var name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        var unfinished = folder.resolve(name + UNFINISHED);
        try {
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(unfinished, options, mode("rw-------"))) {
                for (var bytes = ByteBuffer.wrap(file.content()); bytes.hasRemaining(); ) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.setLastModifiedTime(unfinished, FileTime.from(asOf));
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Removes the days before {@code first}; anything that is not a day is not ours. */
    void removeBefore(String slug, LocalDate first) throws IOException {
        var folder = root.resolve(slug);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var days = Files.newDirectoryStream(folder)) {
            for (var day : days) {
                if (isBefore(day, first)) {
                    remove(day);
                }
            }
        }
    }

    private static boolean isBefore(Path day, LocalDate first) {
        try {
            return LocalDate.parse(day.getFileName().toString()).isBefore(first);
        } catch (DateTimeException notOurs) {
            return false;
        }
    }

    private static void remove(Path day) throws IOException {
        try (var files = Files.newDirectoryStream(day)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
        Files.delete(day);
    }

    /** What a process that died left. */
    private static void removeUnfinished(Path folder) throws IOException {
        DirectoryStream.Filter<Path> filter =
                file -> file.getFileName().toString().endsWith(UNFINISHED);
        try (var files = Files.newDirectoryStream(folder, filter)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    /** Forces the new names to the disk too, where a folder can be opened. */
    private static void sync(Path folder) throws IOException {
        if (HAS_MODES) {
            try (var channel = FileChannel.open(folder, Set.of(StandardOpenOption.READ))) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return HAS_MODES
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private Path folder(String slug, LocalDate day) {
        return root.resolve(slug).resolve(day.toString());
    }
}
