package org.bookbell.export.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.export.agenda.AgendaHouse.EVENING;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.Staff;
import org.bookbell.export.agenda.pack.PaperSet;
import org.bookbell.export.agenda.pack.Papers;
import org.bookbell.message.AgendaLetter;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.examination.TimeLimit;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgendaWriterTest {

    private static final String DESK = "desk@quiet-hands.example";
    private static final String ANN = "ann@quiet-hands.example";
    private static final Instant TOMORROW = Instant.parse("2026-11-03T09:00:00Z");

    private final AgendaHouse agendas = new AgendaHouse();
    private final BookingFixture house = agendas.house;
    private final Staff ann = agendas.staff("Ann", ANN);
    private final Staff ben = house.aStaffMember("Ben");

    @BeforeEach
    void wanted() {
        agendas.wants();
    }

    @AfterEach
    void close() {
        agendas.close();
    }

    @Test
    void the_desk_reads_of_everybody_day_by_day() {
        book(1, ann, TOMORROW);
        book(2, ben, TOMORROW.plus(Duration.ofDays(7)));
        book(3, ben, TOMORROW.plus(Duration.ofDays(8)));

        var letter = inTheEvening(DESK, new Text("csv"));

        assertThat(letter.subject()).isEqualTo("quiet-hands: agenda for Tuesday, 3 November");
        assertThat(letter.text())
                .contains("quiet-hands: Tuesday, 3 November and the 7 days after it")
                .contains("As of Monday, 2 November 2026, 18:00 (Europe/Berlin)")
                .contains("Tuesday, 3 November 2026\n  10:00–11:00  Massage, Guest 1, with Ann")
                .contains("Wednesday, 4 November 2026\n  no appointments")
                .contains("Tuesday, 10 November 2026\n  10:00–11:00  Massage, Guest 2, with Ben")
                .doesNotContain("Guest 3");
    }

    @Test
    void a_staff_member_reads_of_their_own_and_not_of_what_was_cancelled() {
        book(1, ann, TOMORROW);
        book(2, ben, TOMORROW);
        var cancelled = book(3, ann, TOMORROW.plus(Duration.ofHours(2)));
        house.in(() -> house.booking.cancel(BookingFixture.DESK, house.organizationId(), cancelled.id(), "ill"));

        var letter = inTheEvening(ANN, new Text("csv"));

        assertThat(letter.subject()).startsWith("Ann: ");
        assertThat(letter.text()).contains("Guest 1").doesNotContain("Guest 2", "Guest 3", "with Ann");
        assertThat(contentOf(letter, 0)).isEqualTo("csv Ann: Guest 1");
    }

    @Test
    void who_is_not_provably_reminded_is_to_be_phoned() {
        remindedAs(book(1, ann, TOMORROW), "DELIVERED");
        remindedAs(book(2, ben, TOMORROW), "UNKNOWN");
        remindedAs(book(3, ann, TOMORROW.plus(Duration.ofHours(2))), "UNDELIVERED");
        remindedAs(book(4, ben, TOMORROW.plus(Duration.ofHours(2))), "PLANNED");
        remindedAs(book(5, ann, TOMORROW.plus(Duration.ofDays(1))), "UNDELIVERED");

        var letter = inTheEvening(DESK, new Text("csv"));

        assertThat(letter.text())
                .contains("2 not provably reminded of Tuesday, 3 November: phone them\n"
                        + "  10:00  Guest 2  +4915112345102  (reminder sent, no receipt came)\n"
                        + "  12:00  Guest 3  +4915112345103  (reminder did not arrive)\n"
                        + "1 reminder for that day is still to come.\n");
    }

    @Test
    void each_file_has_its_hash_in_the_text() {
        var letter = inTheEvening(DESK, new Text("csv"), new Text("ical"), new Text("daysheetpdf"));

        assertThat(letter.attachments())
                .extracting(Attachment::name)
                .containsExactly("agenda-2026-11-03.daysheetpdf", "agenda-2026-11-03.csv", "agenda-2026-11-03.ical");
        letter.attachments()
                .forEach(file -> assertThat(letter.text())
                        .contains("  " + file.name() + "\n    " + PaperSet.sha256(file) + "\n"));
    }

    @Test
    void an_exporter_that_fails_halfway_or_hangs_costs_only_its_own_file() {
        var letter = inTheEvening(DESK, new Text("csv"), new Broken("ical"), new Endless("daysheetpdf"));

        assertThat(letter.attachments()).extracting(Attachment::name).containsExactly("agenda-2026-11-03.csv");
        assertThat(letter.text()).contains("Could not be made: Endless, Broken.");
    }

    @Test
    void who_reads_german_gets_german() {
        house.in(() -> house.database.sql().update("UPDATE staff SET locale = 'de-CH' WHERE id = ?", ann.id()));

        var letter = inTheEvening(ANN, new Text("csv"));

        assertThat(letter.subject()).isEqualTo("Ann: Agenda für Dienstag, 3. November");
        assertThat(letter.text()).contains("keine Termine");
    }

    private AgendaLetter inTheEvening(String address, AppointmentExporter... exporters) {
        agendas.clock().moveTo(EVENING);
        agendas.run();
        var plugins = new Plugins(Stream.of(exporters).map(BundledPlugin::of).toList(), List.of(), List.of());
        var writer = new AgendaWriter(
                house.database.jobsDatabase(),
                agendas.packing(new Papers(plugins, new TimeLimit(Duration.ofSeconds(2)))),
                house.database.clock());
        var message = agendas.message(address);
        return house.in(() -> writer.write(house.organizationId(), message));
    }

    private static String contentOf(AgendaLetter letter, int file) {
        return new String(letter.attachments().get(file).content(), StandardCharsets.UTF_8);
    }

    private Appointment book(int guest, Staff staff, Instant start) {
        return house.book(BookingFixture.aSlot(house.aService(staff), staff, start), BookingFixture.aGuest(guest));
    }

    private void remindedAs(Appointment appointment, String state) {
        house.in(() -> house.database
                .sql()
                .update(
                        "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind, channel,"
                                + " recipient_kind, recipient_id, due_at, useful_until, try_at, state, state_at, facts,"
                                + " revision, attempts, created_at) VALUES (?, ?, ?, 0, 5, 'REMINDER', 'SMS', 'CLIENT',"
                                + " 1, ?, ?, ?, ?, ?, '{}', 0, 1, ?)",
                        house.database.ids().next(),
                        house.organizationId(),
                        appointment.id(),
                        EVENING,
                        EVENING,
                        EVENING,
                        state,
                        EVENING,
                        EVENING));
    }

    /** Writes the title and who comes. */
    private static class Text implements AppointmentExporter {

        private final String name;

        Text(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String label() {
            return getClass().getSimpleName();
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String fileExtension() {
            return name;
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                throws IOException {
            out.write((name + " " + export.title() + ":").getBytes(StandardCharsets.UTF_8));
            for (var each : appointments.toList()) {
                out.write((" " + each.clientName()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static final class Broken extends Text {

        Broken(String name) {
            super(name);
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                throws IOException {
            super.write(export, appointments, out);
            throw new NoClassDefFoundError("half of it is missing");
        }
    }

    /** Ends only when it is interrupted. */
    private static final class Endless extends Text {

        Endless(String name) {
            super(name);
        }

        @Override
        public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out)
                throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                throw new InterruptedIOException("given up");
            }
        }
    }
}
