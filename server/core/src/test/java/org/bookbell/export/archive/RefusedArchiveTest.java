package org.bookbell.export.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.storage.Ids;
import org.junit.jupiter.api.Test;

/** What is no whole archive, or one of another organization's rows, is refused with every fault, and nothing is imported. */
class RefusedArchiveTest extends MovedPractice {

    @Test
    void feeds_of_others_and_times_that_no_day_has_are_told_by_line() {
        var files = ArchiveHouse.unpack(here.write(SLUG));
        files.put("feeds.csv", files.get("feeds.csv").replace(Ids.text(anna.id()), Ids.text(1)));
        files.put("agenda-settings.csv", files.get("agenda-settings.csv").replace(",390,", ",800,"));

        assertThat(refusal(ArchiveHouse.forge(files)))
                .extracting(Fault::pointer)
                .containsExactly("/feeds.csv/2/subject", "/agenda-settings.csv/2/morningMinute");
    }

    @Test
    void a_slug_that_is_taken_is_said_to_be() {
        var zip = here.write(SLUG);
        there.read(directory, zip);

        assertThatThrownBy(() -> there.read(directory, zip)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type()).isEqualTo(ProblemType.ALREADY_EXISTS);
            assertThat(refused.detail()).contains("\"moved\"");
        });
    }

    @Test
    void a_file_that_was_changed_is_named_and_nothing_is_imported() {
        var files = ArchiveHouse.unpack(here.write(SLUG));
        files.put("clients.csv", files.get("clients.csv").replace("Guest 1", "Guest 9"));

        assertThat(refusal(ArchiveHouse.pack(files))).extracting(Fault::pointer).containsExactly("/clients.csv");
    }

    @Test
    void rows_that_refer_to_nothing_are_told_by_file_line_and_column() {
        var files = ArchiveHouse.unpack(here.write(SLUG));
        files.put(
                "appointments.csv",
                files.get("appointments.csv")
                        .replace(Ids.text(anna.id()), Ids.text(1))
                        .replace("BOOKED", "LATER"));

        assertThat(refusal(ArchiveHouse.forge(files)))
                .extracting(Fault::pointer)
                .contains("/appointments.csv/2/staff", "/appointments.csv/4/staff", "/appointments.csv/4/status");
    }

    @Test
    void appointments_that_overlap_are_told_by_line() {
        var files = ArchiveHouse.unpack(here.write(SLUG));
        files.put(
                "appointments.csv",
                files.get("appointments.csv")
                        .replace(Ids.text(ben.id()), Ids.text(anna.id()))
                        .replace("CANCELLED", "BOOKED"));

        assertThat(refusal(ArchiveHouse.forge(files)))
                .extracting(Fault::pointer)
                .containsExactly("/appointments.csv/6/startsAt");
    }

    @Test
    void files_that_no_archive_has_are_refused() {
        var files = ArchiveHouse.unpack(here.write(SLUG));
        files.put("../../evil.sh", "rm");

        assertThat(refusal(ArchiveHouse.pack(files)))
                .extracting(Fault::detail)
                .containsExactly("The manifest does not know this file.");
    }

    @Test
    void an_archive_of_a_newer_server_is_refused() {
        var files = ArchiveHouse.unpack(here.write(SLUG));
        files.put("manifest.json", files.get("manifest.json").replaceFirst("\"version\": *1", "\"version\": 2"));

        assertThat(refusal(ArchiveHouse.pack(files)))
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("Use a newer server");
    }

    @Test
    void a_download_that_broke_off_is_no_archive() {
        var whole = here.write(SLUG);

        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)))
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("broken off");
    }

    @Test
    void an_exporter_that_fails_midway_leaves_no_archive_behind() {
        try (var failing = ArchiveHouse.withExporter(new ArchiveHouse.Lines() {
            @Override
            public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                    throws IOException {
                throw new IOException("the disk is full");
            }
        })) {
            var out = new ByteArrayOutputStream();

            assertThatThrownBy(() -> failing.writeTo("quiet-hands", out)).hasMessageContaining("the disk is full");

            assertThat(out.toString(StandardCharsets.ISO_8859_1))
                    .contains("README.txt")
                    .doesNotContain("manifest.json");
            assertThat(refusal(out.toByteArray()))
                    .extracting(Fault::detail)
                    .singleElement()
                    .asString()
                    .contains("no complete ZIP");
        }
    }
}
