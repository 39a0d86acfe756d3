package org.bookbell.export.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.booking.BookingFixture.DESK;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.export.imports.CsvImport.Subject;
import org.bookbell.export.imports.CsvTable.Mapping;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of clients and appointments come in as a whole, or not at all. */
class CsvImportTest {

    private static final Instant TEN = Instant.parse("2026-11-03T09:00:00Z");

    private final BookingFixture house = BookingFixture.h2();
    private final Staff anna = house.aStaffMember("Anna");
    private final Service massage = house.aService(anna);
    private final CsvImport imports = imports();

    private CsvImport imports() {
        var database = house.database;
        var organizations = new Organizations(database.entityManager());
        var clients = new ImportedClients(
                house.clients, house.file, house.messages.consents, database.entityManager(), database.ids());
        return new CsvImport(
                new ClientsImport(organizations, clients, database.audit()),
                new AppointmentsImport(
                        organizations,
                        clients,
                        house.elsewhere,
                        house.calendars.services,
                        house.calendars.staffList,
                        database.audit()));
    }

    @BeforeEach
    void remind_as_usual() {
        house.in(() -> house.messages.rules().addDefaults(DESK, house.organizationId()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** As a use case would be called: a trial ends the transaction, and is caught outside of it. */
    private ImportReport run(Subject subject, String csv, Mapping mapping, boolean dryRun) {
        var content = csv.getBytes(StandardCharsets.UTF_8);
        try {
            return house.in(() -> {
                var report = imports.run(DESK, house.organizationId(), subject, content, mapping, dryRun);
                if (dryRun) {
                    throw new TrialEndedException(report);
                }
                return report;
            });
        } catch (TrialEndedException ended) {
            return ended.report();
        }
    }

    private ImportReport clients(String csv) {
        return run(Subject.CLIENTS, csv, Mapping.BY_HEADER, false);
    }

    private ImportReport appointments(String csv) {
        return run(Subject.APPOINTMENTS, csv, Mapping.BY_HEADER, false);
    }

    private List<Fault> refusal(Subject subject, String csv) {
        return catchThrowableOfType(ProblemException.class, () -> run(subject, csv, Mapping.BY_HEADER, false))
                .faults();
    }

    private long count(String table) {
        return house.in(() -> house.database.sql().count("SELECT COUNT(*) FROM " + table));
    }

    private List<String> column(String sql) {
        return house.in(() ->
                house.database.sql().list(sql, row -> row.findText("shown").orElse("-")));
    }

    @Test
    void clients_come_in_and_come_in_only_once() {
        var csv = "name,email,mobile,smsConsent\r\n'=Anna,anna@example.org,tel:+4915112345101,true\r\nBen,,,\r\n";

        assertThat(clients(csv)).isEqualTo(new ImportReport(false, 2, 2, 0, 0));
        assertThat(clients("clientName,clientEmail,clientMobile\n=anna,anna@example.org,+49 1511 2345101\n"))
                .extracting(ImportReport::known)
                .isEqualTo(1L);

        assertThat(column("SELECT CONCAT(name, ' ', COALESCE(mobile, '')) AS shown FROM client ORDER BY id"))
                .containsExactly("=Anna +4915112345101", "Ben ");
        assertThat(column("SELECT source AS shown FROM consent")).containsExactly("IMPORT");
    }

    @Test
    void a_trial_tells_what_would_be_and_writes_nothing() {
        var report = run(Subject.CLIENTS, "name\nAnna\n", Mapping.BY_HEADER, true);

        assertThat(report).isEqualTo(new ImportReport(true, 1, 1, 0, 0));
        assertThat(count("client")).isZero();
    }

    @Test
    void columns_may_be_named_by_whoever_sends_the_file() {
        var mapping = Mapping.of("email,,name", true);

        run(Subject.CLIENTS, "Mail;Nr;Who\nanna@example.org;7;Anna\n", mapping, false);

        assertThat(column("SELECT CONCAT(name, ' ', email) AS shown FROM client"))
                .containsExactly("Anna anna@example.org");
    }

    @Test
    void every_fault_is_told_with_its_line_and_column_and_nothing_is_written() {
        var faults = refusal(
                Subject.CLIENTS,
                "name,email,mobile,smsConsent\nAnna,,,\n,ben@,123,\n\"Cleo\nand Co\",,,yes\nDora\nEve,,,maybe\n");

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/lines/3/name",
                        "/lines/3/email",
                        "/lines/3/mobile",
                        "/lines/4/name",
                        "/lines/4/smsConsent",
                        "/lines/6",
                        "/lines/7/smsConsent");
        assertThat(count("client")).isZero();
    }

    @Test
    void of_very_many_faults_the_first_are_told_and_all_are_counted() {
        var csv = IntStream.range(0, 250).mapToObj(line -> ",x").collect(Collectors.joining("\n", "name,note\n", ""));

        var refused =
                catchThrowableOfType(ProblemException.class, () -> run(Subject.CLIENTS, csv, Mapping.BY_HEADER, false));

        assertThat(refused.faults()).hasSize(FaultList.MOST_TOLD);
        assertThat(refused.extensions()).containsEntry("faultCount", 250L);
    }

    @Test
    void unknown_columns_and_other_encodings_are_refused() {
        assertThat(refusal(Subject.CLIENTS, "name,shoeSize\nAnna,38\n"))
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("\"shoeSize\"");
        var latin = "name\nRené\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> house.in(() -> imports.run(
                                        DESK,
                                        house.organizationId(),
                                        Subject.CLIENTS,
                                        latin,
                                        Mapping.BY_HEADER,
                                        false)))
                        .faults())
                .extracting(Fault::detail)
                .singleElement()
                .asString()
                .contains("UTF-8");
    }

    @Test
    void appointments_are_booked_with_their_reminders_and_nobody_is_told_at_once() {
        var report = appointments("""
                service,staff,date,startTime,clientName,clientEmail,note
                massage,anna,2026-11-03,10:00,Ben,ben@example.org,by the window
                %s,%s,2026-11-04,10:00,Ben,ben@example.org,
                """.formatted(Ids.text(massage.id()), Ids.text(anna.id())));

        assertThat(report).isEqualTo(new ImportReport(false, 2, 2, 0, 0));
        assertThat(count("client")).isEqualTo(1);
        assertThat(count("busy_time")).isEqualTo(2);
        assertThat(column("SELECT CONCAT(kind, ' ', state, ' ', COALESCE(reason_code, '')) AS shown FROM message"
                        + " WHERE recipient_kind = 'CLIENT' AND channel = 'EMAIL' ORDER BY id"))
                .containsExactly(
                        "CONFIRMATION SKIPPED AGREED_ELSEWHERE",
                        "REMINDER PLANNED ",
                        "CONFIRMATION SKIPPED AGREED_ELSEWHERE",
                        "REMINDER PLANNED ");
        assertThat(house.messages.due.fired()).isEmpty();
        house.in(() -> house.messages.reconciliation().repair(house.organizationId(), 0, 100));
        assertThat(column("SELECT kind AS shown FROM message WHERE state = 'PLANNED' AND kind = 'CONFIRMATION'"))
                .isEmpty();
    }

    @Test
    void taken_times_are_told_by_line_whether_they_were_taken_before_or_by_the_file() {
        house.book(massage, anna, TEN);

        var faults = refusal(Subject.APPOINTMENTS, """
                service,start,clientName
                Massage,2026-11-03T10:00:00+01:00,Ben
                Massage,2026-11-03T13:00:00+01:00,Cleo
                Massage,2026-11-03T13:30:00+01:00,Dora
                Massage,2027-03-28T02:30:00,Eve
                Massage,2024-11-03T13:30:00+01:00,Finn
                Yoga,2026-11-03T16:00:00+01:00,Gus
                """);

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/lines/2/start", "/lines/4/start", "/lines/5/start", "/lines/6/start", "/lines/7/service");
        assertThat(count("appointment")).isEqualTo(1);
        assertThat(count("busy_time")).isEqualTo(1);
    }

    @Test
    void a_time_that_the_clocks_skip_is_a_fault_and_the_end_must_fit() {
        var faults = refusal(Subject.APPOINTMENTS, """
                service,date,startTime,end,clientName
                Massage,2027-03-28,02:30,,Ben
                Massage,2026-11-03,10:00,2026-11-03T10:30:00+01:00,Cleo
                """);

        assertThat(faults).extracting(Fault::pointer).containsExactly("/lines/2/startTime", "/lines/3/end");
    }

    @Test
    void what_our_own_export_wrote_fits_as_it_is() {
        var report = appointments("\uFEFFid,status,date,startTime,endTime,service,staff,clientName,clientEmail,"
                + "clientMobile,clientPhone,location,note,start,end,zone,createdAt,changedAt,revision\r\n"
                + "0S3SQPG000476,BOOKED,2026-11-03,10:00,11:00,Massage,Anna,'=Ben,ben@example.org,tel:+4915112345101,,,"
                + "'+1,2026-11-03T10:00:00+01:00,2026-11-03T11:00:00+01:00,Europe/Berlin,2026-11-01T10:00:00+01:00,"
                + "2026-11-01T10:00:00+01:00,1\r\n"
                + "0S3SQPG000477,CANCELLED,2026-11-03,10:00,11:00,Massage,Anna,Cleo,,,,,,2026-11-03T10:00:00+01:00,"
                + "2026-11-03T11:00:00+01:00,Europe/Berlin,2026-11-01T10:00:00+01:00,2026-11-01T10:00:00+01:00,2\r\n");

        assertThat(report).isEqualTo(new ImportReport(false, 2, 1, 0, 1));
        assertThat(column("SELECT CONCAT(c.name, ' ', c.mobile, ' ', a.note) AS shown FROM appointment a"
                        + " JOIN client c ON c.id = a.client_id"))
                .containsExactly("=Ben +4915112345101 +1");
    }
}
