package org.bookbell.export.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bookbell.access.TestMembers;
import org.bookbell.audit.Actor;
import org.bookbell.booking.BookingFixture;
import org.bookbell.export.ExportFixture;
import org.bookbell.export.Exports;
import org.bookbell.export.agenda.AgendaPlanner;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.export.archive.file.ArchiveFiles;
import org.bookbell.export.archive.file.Manifest;
import org.bookbell.export.feed.FeedSetup;
import org.bookbell.export.feed.FeedSubjects;
import org.bookbell.export.feed.Feeds;
import org.bookbell.export.feed.Fetches;
import org.bookbell.message.planning.PlannedAgendas;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.storage.TestDatabase;

/** A server that writes archives and brings them in, on a database of its own. */
final class ArchiveHouse implements AutoCloseable {

    static final Actor OPERATOR = Actor.member(1);

    final BookingFixture booking;
    final TakenArchives downloads;
    final AccountArchive archive;
    final ArchiveImport imports;
    final FeedSetup feeds;
    final Feeds openFeeds;
    final Agendas agendas;
    final AgendaPlanner agendaPlanner;
    private final Organizations organizations;

    /** Writes the id of each appointment; what a calendar program would read is the plugin's matter. */
    static class Lines implements AppointmentExporter {

        @Override
        public String name() {
            return "ical";
        }

        @Override
        public String label() {
            return "Lines";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileExtension() {
            return "ics";
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                throws IOException {
            for (var each : appointments.toList()) {
                out.write((each.id() + " " + each.clientName() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private ArchiveHouse(TestDatabase database, AppointmentExporter exporter) {
        booking = BookingFixture.on(database);
        var sql = database.sql();
        var entities = database.entityManager();
        organizations = new Organizations(entities);
        feeds = new FeedSetup(
                sql,
                new FeedSubjects(organizations, booking.calendars.staffList, booking.clients),
                database.ids(),
                database.audit(),
                database.clock());
        openFeeds = new Feeds(sql, new Fetches(sql, database.clock()), database.clock());
        agendas = new Agendas(sql, database.audit(), database.clock());
        agendaPlanner =
                new AgendaPlanner(database.jobsDatabase(), new PlannedAgendas(database.ids()), database.clock());
        downloads = new TakenArchives(sql, database.clock(), database.audit());
        var exports = new Exports(ExportFixture.exported(booking));
        archive = new AccountArchive(
                sql, new Plugins(List.of(BundledPlugin.of(exporter)), List.of(), List.of()), exports, database.clock());
        imports = new ArchiveImport(
                organizations,
                new ArchivedRows(sql, booking.elsewhere, database.clock()),
                new Promises(booking.live, booking.messages.planning, entities, database.clock()),
                TestMembers.on(database).members(),
                database.audit());
    }

    static ArchiveHouse h2() {
        return new ArchiveHouse(TestDatabase.h2(), new Lines());
    }

    static ArchiveHouse withExporter(AppointmentExporter exporter) {
        return new ArchiveHouse(TestDatabase.h2(), exporter);
    }

    /** A server that was set up later, so that it made no id that another one made. */
    static ArchiveHouse later(Duration later) {
        var database = TestDatabase.h2();
        database.clock().advance(later);
        return new ArchiveHouse(database, new Lines());
    }

    byte[] write(String slug) {
        var out = new ByteArrayOutputStream();
        writeTo(slug, out);
        return out.toByteArray();
    }

    void writeTo(String slug, OutputStream out) {
        booking.in(() -> {
            try {
                archive.write(organizations.getBySlug(slug), out);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    ArchiveImport.Imported read(Path directory, byte[] zip) {
        var file = directory.resolve("archive-" + System.nanoTime() + ".zip");
        try {
            Files.write(file, zip);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return booking.in(() -> imports.run(OPERATOR, file));
    }

    /** The files of a ZIP by name, in their order. */
    static Map<String, String> unpack(byte[] zip) {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }

    /** A ZIP of these files, as they are. */
    static byte[] pack(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** The same with a manifest that fits: somebody changed an archive and knows how. */
    static byte[] forge(Map<String, String> files) {
        var manifest = Manifest.read(files.getOrDefault(Manifest.FILE, "")).orElseThrow();
        var entries = new ArrayList<Manifest.Entry>();
        for (var entry : manifest.files()) {
            var bytes = files.getOrDefault(entry.name(), "").getBytes(StandardCharsets.UTF_8);
            var digest = HexFormat.of().formatHex(ArchiveFiles.sha256().digest(bytes));
            entries.add(new Manifest.Entry(entry.name(), entry.rows(), bytes.length, digest));
        }
        var forged = new LinkedHashMap<>(files);
        forged.put(
                Manifest.FILE,
                new Manifest(manifest.organizationId(), manifest.slug(), manifest.name(), manifest.asOf(), entries)
                        .toJson());
        return pack(forged);
    }

    @Override
    public void close() {
        booking.close();
    }
}
