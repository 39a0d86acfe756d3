package org.bookbell.export.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.booking.BookingFixture.DESK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.access.Role;
import org.bookbell.access.TestMembers;
import org.bookbell.access.member.NewMember;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.Guest;
import org.bookbell.booking.NewAppointment;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.client.Channel;
import org.bookbell.client.ClientDetails;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.OptOutSource;
import org.bookbell.credit.Credits;
import org.bookbell.credit.EntryKind;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.FeedView;
import org.bookbell.export.feed.NewFeed;
import org.bookbell.organization.LocationDetails;
import org.bookbell.organization.LocationSetup;
import org.bookbell.organization.Locations;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A practice with something of everything on one server, and another server that has nothing yet. */
abstract class MovedPractice {

    static final Instant TOMORROW = Instant.parse("2026-11-03T09:00:00Z");
    static final Instant NEXT_WEEK = Instant.parse("2026-11-10T09:00:00Z");
    static final String SLUG = "moved";
    /** Due before the archive is written, and not too late yet when it is brought in. */
    static final AgendaSettings MORNINGS = new AgendaSettings(
            Optional.empty(), Optional.of(LocalTime.of(6, 30)), 3, false, List.of("desk@mail.example"), 0);

    /** What must differ: when it was written. */
    static final List<String> OF_ITS_TIME = List.of("README.txt", "manifest.json");

    final ArchiveHouse here = ArchiveHouse.h2();
    final ArchiveHouse there = ArchiveHouse.later(Duration.ofMinutes(30));
    final Staff anna = here.booking.aStaffMember("Anna");
    final Staff ben = here.booking.aStaffMember("Ben");
    final Service massage = here.booking.aService(anna, ben);

    @TempDir
    Path directory;

    String feedToken = "";
    Appointment past;
    Appointment soon;
    Appointment later;

    @BeforeEach
    void fill() {
        var organization = here.booking.organizationId();
        here.booking.in(() -> here.booking.messages.rules().addDefaults(DESK, organization));
        past = book(anna, Instant.parse("2026-11-01T20:00:00Z"), 1, Optional.of("=1+1\r\n'quoted', \"twice\""));
        soon = book(anna, TOMORROW, 2, Optional.of("'t Hart comes along"));
        later = book(ben, NEXT_WEEK, 3, Optional.empty());
        var cancelled = book(ben, TOMORROW, 4, Optional.empty());
        here.booking.in(() -> here.booking.booking.complete(DESK, organization, past.id()));
        here.booking.in(() -> here.booking.booking.cancel(DESK, organization, cancelled.id(), "+ill"));
        fillTheRest(organization);
        // an observer plans again after a consent or an opt-out
        here.booking.in(() -> here.booking
                .live
                .list(organization, here.booking.database.clock().instant(), 0, 9)
                .forEach(here.booking.messages.planning::refreshed));
        here.booking.in(() -> here.booking
                .database
                .sql()
                .update("UPDATE organization SET slug = ? WHERE id = ?", SLUG, organization));
        deliverWhatIsDue();
    }

    private Appointment book(Staff staff, Instant start, int guest, Optional<String> note) {
        var wish = new SlotWish(massage.id(), Optional.of(staff.id()), start, BookingSource.DESK, false);
        var details = new ClientDetails(
                "Guest " + guest,
                "guest" + guest + "@mail.example",
                "+4915112345" + (100 + guest),
                null,
                "de-DE",
                "Europe/Berlin",
                "-note");
        return here.booking.in(() -> here.booking.booking.book(
                DESK, here.booking.organizationId(), new NewAppointment(wish, new Guest.Introduced(details), note)));
    }

    private void fillTheRest(long organization) {
        var database = here.booking.database;
        var client = soon.clientId().orElseThrow();
        here.booking.in(() -> {
            here.booking.messages.consents.record(
                    DESK, organization, client, Channel.SMS, "I agree.", ConsentSource.DESK);
            here.booking.messages.optOuts.add(
                    DESK, organization, Channel.EMAIL, "guest3@mail.example", OptOutSource.DESK);
            new LocationSetup(
                            database.entityManager(),
                            new Organizations(database.entityManager()),
                            new Locations(database.entityManager()),
                            database.ids(),
                            database.audit())
                    .add(DESK, organization, new LocationDetails("Practice", "1 High Street", false));
            new Credits(database.sql(), new Organizations(database.entityManager()), database.clock(), database.audit())
                    .add(DESK, organization, EntryKind.PURCHASE, 5000, "invoice 7");
            TestMembers.on(database)
                    .members()
                    .add(DESK, organization, NewMember.of("owner@mail.example", "Olga", Role.OWNER));
        });
        here.booking.calendars.block(BlockKind.NOT_AVAILABLE, anna, "2026-12-24T00:00", "2026-12-25T00:00");
        here.booking.in(() -> {
            here.agendas.change(DESK, organization, MORNINGS);
            var view = new FeedView(Detail.INITIALS, true, 7, 90);
            feedToken = here.feeds
                    .create(DESK, organization, NewFeed.ofStaff(anna.id(), view))
                    .token();
            here.feeds.create(DESK, organization, NewFeed.ofClient(client, FeedView.USUAL));
            here.feeds.create(DESK, organization, NewFeed.ofOrganization(FeedView.USUAL));
            var revoked = here.feeds.create(DESK, organization, NewFeed.ofStaff(ben.id(), view));
            here.feeds.revoke(DESK, organization, revoked.feed().id());
        });
    }

    /** As a dispatcher would have: each has its attempt. */
    private void deliverWhatIsDue() {
        var database = here.booking.database;
        here.booking.in(() -> {
            database.sql()
                    .update(
                            "UPDATE message SET state = 'DELIVERED', attempts = 1, gateway = 'mail' WHERE state = 'PLANNED'"
                                    + " AND due_at <= ?",
                            database.clock().instant());
            for (long id :
                    database.sql().list("SELECT id FROM message WHERE state = 'DELIVERED'", row -> row.getLong("id"))) {
                database.sql()
                        .update(
                                "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at)"
                                        + " VALUES (?, ?, 1, 'mail', 'DELIVERED', ?)",
                                database.ids().next(),
                                id,
                                database.clock().instant());
            }
        });
    }

    List<String> messagesThere() {
        return there.booking.in(() -> there.booking
                .database
                .sql()
                .list(
                        "SELECT kind, channel, recipient_kind, state, due_at FROM message ORDER BY id",
                        row -> row.getText("kind") + " " + row.getText("channel") + " " + row.getText("recipient_kind")
                                + " " + row.getText("state") + " " + row.getInstant("due_at")));
    }

    long countThere(String sql) {
        return there.booking.in(() -> there.booking.database.sql().count(sql));
    }

    static Map<String, String> withoutItsTime(byte[] zip) {
        var files = new LinkedHashMap<>(ArchiveHouse.unpack(zip));
        files.keySet().removeAll(OF_ITS_TIME);
        return files;
    }

    List<Fault> refusal(byte[] zip) {
        var refused = catchThrowableOfType(ProblemException.class, () -> there.read(directory, zip));
        assertThat(countThere("SELECT COUNT(*) FROM organization WHERE slug = '" + SLUG + "'"))
                .isZero();
        assertThat(countThere("SELECT COUNT(*) FROM client")).isZero();
        return refused.faults();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }
}
