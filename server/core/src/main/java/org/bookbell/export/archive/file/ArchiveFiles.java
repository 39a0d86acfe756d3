package org.bookbell.export.archive.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes files into a ZIP one after the other, and keeps what the manifest says of each. */
public final class ArchiveFiles {

    private final ZipOutputStream zip;
    private final LocalDateTime asOf;
    private final List<Manifest.Entry> written = new ArrayList<>();

    /** Writes a file's content and answers its number of rows. */
    @FunctionalInterface
    public interface Content {
        long write(OutputStream out) throws IOException;
    }

    public ArchiveFiles(OutputStream out, Instant asOf) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.asOf = LocalDateTime.ofInstant(asOf, ZoneOffset.UTC);
    }

    public void add(String name, Content content) throws IOException {
        begin(name);
        var digest = sha256();
        var counted = new Counted(new DigestOutputStream(zip, digest));
        var rows = content.write(counted);
        counted.flush();
        zip.closeEntry();
        written.add(
                new Manifest.Entry(name, rows, counted.bytes(), HexFormat.of().formatHex(digest.digest())));
    }

    public List<Manifest.Entry> written() {
        return List.copyOf(written);
    }

    /** Writes the last file and the directory, without which the ZIP cannot be opened. */
    public void end(String name, String text) throws IOException {
        begin(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(asOf);
        zip.putNextEntry(entry);
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** Counts bytes; what is written ends the file, never the ZIP. */
    private static final class Counted extends OutputStream {

        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
        }

        long bytes() {
            return bytes;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            bytes += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
