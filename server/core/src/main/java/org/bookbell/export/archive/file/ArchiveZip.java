package org.bookbell.export.archive.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bookbell.export.imports.FaultList;

/**
 * An archive on disk whose files are what its manifest says. Only files that an archive has are read, nothing is ever
 * unpacked to the disk, and no more bytes are inflated than the manifest and {@link #MOST_BYTES} allow.
 */
public final class ArchiveZip implements AutoCloseable {

    private static final long MOST_BYTES = 16L << 30;
    private static final int MOST_IN_JSON = 16 << 20;
    private static final int CHUNK = 1 << 16;

    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveZip(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens a file and compares it with its manifest; what differs is told by {@code faults}, and refused. */
    public static ArchiveZip open(Path path, FaultList faults) throws IOException {
        var zip = openZip(path, faults);
        try {
            var archive = new ArchiveZip(zip, readManifest(zip, faults));
            archive.compare(faults);
            faults.throwIfAny();
            return archive;
        } catch (RuntimeException | IOException refused) {
            zip.close();
            throw refused;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What the manifest says of a file; empty where the archive has no such file. */
    public Optional<Manifest.Entry> find(String name) {
        return manifest.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    InputStream read(String name) throws IOException {
        return open(zip, name);
    }

    /** A file that is small enough to be held, as text. */
    String text(String name) throws IOException {
        return text(zip, name).orElse("");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static ZipFile openZip(Path path, FaultList faults) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException wrong) {
            faults.add(
                    String.valueOf(path.getFileName()),
                    "The file is no complete ZIP; the download may have broken off. Download it again.");
            faults.throwIfAny();
            throw wrong;
        }
    }

    private static Manifest readManifest(ZipFile zip, FaultList faults) throws IOException {
        var json = text(zip, Manifest.FILE).orElse("");
        var version = Manifest.versionOf(json).orElse(0);
        var manifest = Manifest.read(json);
        if (version > Manifest.VERSION) {
            faults.add(
                    Manifest.FILE,
                    "The archive has version " + version + " of the format; this server reads up to " + Manifest.VERSION
                            + ". Use a newer server.");
        } else if (version < 1 || manifest.isEmpty()) {
            faults.add(Manifest.FILE, "The manifest is missing or no manifest: this is no complete archive.");
        }
        faults.throwIfAny();
        return manifest.orElseThrow();
    }

    private void compare(FaultList faults) throws IOException {
        compareNames(faults);
        if (manifest.files().stream()
                        .mapToLong(file -> Math.max(0, file.bytes()))
                        .sum()
                > MOST_BYTES) {
            faults.add(Manifest.FILE, "The files have more than " + (MOST_BYTES >> 30) + " GiB.");
        }
        faults.throwIfAny();
        for (var file : manifest.files()) {
            compare(file, faults);
        }
    }

    private void compareNames(FaultList faults) {
        var present = new HashSet<String>();
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !present.add(name))
                .forEach(name -> faults.add(shown(name), "The archive has this file twice."));
        var told = manifest.files().stream().map(Manifest.Entry::name).collect(Collectors.toSet());
        told.add(Manifest.FILE);
        present.stream()
                .filter(name -> !told.contains(name))
                .forEach(name -> faults.add(shown(name), "The manifest does not know this file."));
        told.stream()
                .filter(name -> !present.contains(name))
                .forEach(name -> faults.add(shown(name), "The file is missing."));
        if (manifest.files().size() >= told.size()) {
            faults.add(Manifest.FILE, "The manifest names a file twice, or itself.");
        }
        required().stream()
                .filter(name -> !told.contains(name))
                .forEach(name -> faults.add(name, "The manifest lacks this file."));
    }

    private static Set<String> required() {
        var names = new HashSet<String>();
        names.add(OrganizationJson.FILE);
        Tables.IN_CSV.forEach(table -> names.add(table.file()));
        return names;
    }

    private void compare(Manifest.Entry told, FaultList faults) throws IOException {
        var digest = ArchiveFiles.sha256();
        var bytes = 0L;
        try (var content = open(zip, told.name())) {
            var chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0 && bytes <= told.bytes(); read = content.read(chunk)) {
                digest.update(chunk, 0, read);
                bytes += read;
            }
        } catch (ZipException wrong) {
            faults.add(told.name(), "The file cannot be unpacked.");
            return;
        }
        if (bytes != told.bytes()) {
            faults.add(told.name(), "The file has not the " + told.bytes() + " bytes that the manifest tells.");
        } else if (!HexFormat.of().formatHex(digest.digest()).equals(told.sha256())) {
            faults.add(told.name(), "The file is not what was downloaded: its SHA-256 is not the manifest's.");
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("archive has no " + shown(name));
        }
        return zip.getInputStream(entry);
    }

    private static Optional<String> text(ZipFile zip, String name) throws IOException {
        if (zip.getEntry(name) == null) {
            return Optional.empty();
        }
        try (var content = open(zip, name)) {
            var bytes = content.readNBytes(MOST_IN_JSON + 1);
            return bytes.length > MOST_IN_JSON
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /** A name that somebody else may have made up. */
    private static String shown(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
