package org.bookbell.export.agenda.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.agenda.AgendaHouse.AFTERNOON;
import static org.bookbell.export.agenda.AgendaHouse.EVENING;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.booking.BookingFixture;
import org.bookbell.export.agenda.AgendaHouse;
import org.bookbell.message.PapersFailed;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.storage.RecordedEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayPacksTest {

    @TempDir
    private Path disk;

    private final AgendaHouse agendas = new AgendaHouse();
    private final BookingFixture house = agendas.house;
    private final RecordedEvents<PapersFailed> failed = new RecordedEvents<>();

    @AfterEach
    void close() {
        agendas.close();
    }

    @Test
    void in_the_evening_there_is_a_pack_of_the_next_day() throws IOException {
        var ann = house.aStaffMember("Ann");
        house.book(house.aService(ann), ann, Instant.parse("2026-11-03T09:00:00Z"));
        var packs = packs(disk.resolve("packs"));

        assertThat(run(packs)).as("of this morning").isEqualTo(1);
        agendas.clock().moveTo(EVENING);
        assertThat(run(packs)).isEqualTo(1);
        assertThat(run(packs)).as("it is there").isZero();

        assertThat(Files.readString(pack("2026-11-03"))).contains("As of Monday, 2 November 2026, 18:00", "Guest 1");
    }

    @Test
    void only_the_server_may_read_it() throws IOException {
        var packs = packs(disk.resolve("packs"));
        agendas.clock().moveTo(EVENING);

        run(packs);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack("2026-11-03"))))
                .isEqualTo("rw-------");
        for (var folder = pack("2026-11-03").getParent(); !folder.equals(disk); folder = folder.getParent()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_pack_that_an_agenda_of_a_later_time_replaces_is_written_anew() throws IOException {
        var packs = packs(disk.resolve("packs"));
        agendas.clock().moveTo(EVENING);
        run(packs);

        agendas.clock().moveTo(Instant.parse("2026-11-03T05:30:00Z"));
        run(packs);

        assertThat(Files.readString(pack("2026-11-03"))).contains("As of Tuesday, 3 November 2026, 06:30");
    }

    @Test
    void a_server_that_starts_anew_does_not_write_again_what_is_there() {
        agendas.clock().moveTo(EVENING);
        run(packs(disk.resolve("packs")));

        agendas.clock().advance(Duration.ofHours(1));

        assertThat(run(packs(disk.resolve("packs")))).isZero();
    }

    @Test
    void what_cannot_be_written_is_told_and_written_once_it_can() throws IOException {
        var inTheWay = Files.createFile(disk.resolve("packs"));
        var packs = packs(inTheWay);
        agendas.clock().moveTo(EVENING);

        assertThat(run(packs)).isZero();
        assertThat(failed.fired()).hasSize(1);

        Files.delete(inTheWay);
        assertThat(run(packs)).isEqualTo(1);
        assertThat(failed.fired()).hasSize(1);
        assertThat(pack("2026-11-03")).exists();
    }

    @Test
    void a_pack_that_lacks_a_file_is_there_all_the_same_and_made_again() {
        var broken = new Plugins(List.of(BundledPlugin.of(new Broken())), List.of(), List.of());
        agendas.clock().moveTo(EVENING);

        assertThat(run(packs(disk.resolve("packs"), broken))).isZero();
        assertThat(pack("2026-11-03")).exists();
        assertThat(failed.fired()).hasSize(1);

        assertThat(run(packs(disk.resolve("packs")))).isEqualTo(1);
    }

    @Test
    void what_a_dead_process_left_half_written_is_removed() throws IOException {
        var folder = Files.createDirectories(pack("2026-11-03").getParent());
        Files.writeString(folder.resolve("agenda-2026-11-03.txt.unfinished"), "half of");
        agendas.clock().moveTo(EVENING);

        assertThat(run(packs(disk.resolve("packs")))).isEqualTo(1);

        assertThat(names(folder)).containsExactly("agenda-2026-11-03.txt");
    }

    @Test
    void old_ones_are_removed_and_what_is_not_ours_stays() throws IOException {
        var ours = pack("2026-11-03").getParent().getParent();
        for (var name : List.of("2026-10-18", "2026-10-19", "letters")) {
            Files.writeString(Files.createDirectories(ours.resolve(name)).resolve("file"), "something");
        }
        agendas.clock().moveTo(EVENING);

        run(packs(disk.resolve("packs")));

        assertThat(names(ours)).containsExactly("2026-10-19", "2026-11-03", "letters");
    }

    @Test
    void without_a_folder_nothing_is_written() {
        var packs = new DayPacks(
                house.database.jobsDatabase(),
                agendas.packing(new Papers(new Plugins(List.of(), List.of(), List.of()))),
                failed,
                house.database.clock(),
                Optional.of(" "),
                14);
        agendas.clock().moveTo(AFTERNOON);

        assertThat(packs.isWanted()).isFalse();
        assertThat(run(packs)).isZero();
    }

    private DayPacks packs(Path folder) {
        return packs(folder, new Plugins(List.of(), List.of(), List.of()));
    }

    private DayPacks packs(Path folder, Plugins plugins) {
        return new DayPacks(
                house.database.jobsDatabase(),
                agendas.packing(new Papers(plugins)),
                failed,
                house.database.clock(),
                Optional.of(folder.toString()),
                14);
    }

    private int run(DayPacks packs) {
        return house.in(packs::run);
    }

    private Path pack(String day) {
        return disk.resolve("packs").resolve("quiet-hands").resolve(day).resolve("agenda-" + day + ".txt");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Writes nothing. */
    private static final class Broken implements AppointmentExporter {

        @Override
        public String name() {
            return "csv";
        }

        @Override
        public String label() {
            return "Broken";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileExtension() {
            return "csv";
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                throws IOException {
            throw new IOException("it is broken");
        }
    }
}
