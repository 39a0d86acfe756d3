package org.bookbell.launcher.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.settings.Defaults;
import org.bookbell.launcher.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The directory that is one server's: its embedded database, key, log and plugins. It is locked while a server runs on
 * it, and readable by its owner alone.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "server.lock";
    private static final int KEY_BYTES = 32;

    /** A channel that nobody holds is collected one day, and its lock is gone with it. */
    private static final Set<FileChannel> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lockFile;

    private DataDirectory(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /** Makes the directory where it is missing and locks it for this process; empty if it cannot be had. */
    public static Optional<DataDirectory> open(Path directory, List<Fault> faults) {
        try {
            Files.createDirectories(directory, ownerOnly("rwx------"));
            Path lock = directory.resolve(LOCK);
            FileChannel channel = FileChannel.open(
                    lock,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    ownerOnly("rw-------"));
            if (tryLock(channel) == null) {
                channel.close();
                faults.add(new Fault(
                        "Another server runs on the data directory " + directory + " (process "
                                + Files.readString(lock).strip() + ").",
                        "Stop that one, or give this one its own directory with --data."));
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            HELD.add(channel);
            return Optional.of(new DataDirectory(directory, channel));
        } catch (IOException e) {
            faults.add(new Fault(
                    "The data directory " + directory + " cannot be written: " + Fault.reasonOf(e) + ".",
                    "Make it writable for the user who runs the server, or choose another with --data."));
            return Optional.empty();
        }
    }

    /** Whether a server runs on {@code directory}. */
    public static boolean isLocked(Path directory) {
        Path lock = directory.resolve(LOCK);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return directory;
    }

    public Path log() throws IOException {
        return Files.createDirectories(directory.resolve("log"));
    }

    /**
     * Where the application server works, without the libraries that a former start unpacked there: those of another
     * version would be found by the ones that name them in their manifests.
     */
    public Path freshRuntime() throws IOException {
        Path root = Files.createDirectories(directory.resolve("runtime"));
        try (Stream<Path> libraries = Files.list(Files.createDirectories(root.resolve("runtime")))) {
            for (Path library : libraries.toList()) {
                Files.delete(library);
            }
        }
        return root;
    }

    /** Makes the server's secret at the first start, unless the settings have another; a later start finds it. */
    public void makeKeyFor(Settings settings) throws IOException {
        Path key = directory.resolve(Defaults.KEY_FILE);
        boolean isUsed = settings.find("bookbell.key-file")
                .map(Path::of)
                .filter(key::equals)
                .isPresent();
        if (isUsed && !Files.exists(key)) {
            byte[] secret = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(secret);
            Path fresh = directory.resolve(Defaults.KEY_FILE + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, ownerOnly("rw-------"));
            Files.writeString(fresh, Base64.getEncoder().encodeToString(secret) + "\n");
            Files.move(fresh, key);
        }
    }

    /** Takes all rights on {@code file} from everybody but its owner. */
    static void keepToOwner(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void close() throws IOException {
        HELD.remove(lockFile);
        lockFile.close();
    }
}
