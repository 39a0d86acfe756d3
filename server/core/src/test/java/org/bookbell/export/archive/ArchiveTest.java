package org.bookbell.export.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.booking.BookingFixture.DESK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.access.Role;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.export.feed.Detail;
import org.bookbell.export.feed.Feed;
import org.bookbell.export.feed.FeedKind;
import org.bookbell.export.feed.FeedView;
import org.junit.jupiter.api.Test;

/** Everything of an organization leaves one server and is the same on another. */
class ArchiveTest extends MovedPractice {

    @Test
    void what_comes_out_of_the_second_server_is_what_went_in() {
        var first = here.write(SLUG);

        there.read(directory, first);

        var second = withoutItsTime(there.write(SLUG));
        withoutItsTime(first)
                .forEach(
                        (name, content) -> assertThat(second.get(name)).as(name).isEqualTo(content));
        assertThat(second).hasSameSizeAs(withoutItsTime(first));
        assertThat(withoutItsTime(first).get("appointments.csv").lines().count())
                .isGreaterThan(4);
    }

    @Test
    void what_an_outside_calendar_blocks_stays_with_it() {
        here.booking.calendars.block(BlockKind.NOT_AVAILABLE, ben, "2026-12-27T00:00", "2026-12-28T00:00");
        here.booking.in(() -> here.booking
                .database
                .sql()
                .update("UPDATE time_block SET source_id = 7 WHERE calendar_id = ?", ben.id()));

        there.read(directory, here.write(SLUG));

        assertThat(countThere("SELECT COUNT(*) FROM time_block")).isEqualTo(1);
    }

    @Test
    void reminders_that_are_due_later_stay_planned_once_and_nothing_else_is_sent() {
        var before = here.booking.in(() -> here.booking
                .database
                .sql()
                .list(
                        "SELECT kind, channel, recipient_kind, state, due_at FROM message ORDER BY id",
                        row -> row.getText("kind") + " " + row.getText("channel") + " " + row.getText("recipient_kind")
                                + " " + row.getText("state") + " " + row.getInstant("due_at")));

        there.read(directory, here.write(SLUG));

        assertThat(messagesThere())
                .isEqualTo(before)
                .anyMatch(message -> message.contains("REMINDER") && message.contains("PLANNED"));
        assertThat(there.booking.messages.due.fired()).isEmpty();
    }

    @Test
    void what_was_due_before_the_import_is_not_sent_by_the_second_server() {
        here.booking.in(() -> here.booking
                .database
                .sql()
                .update("UPDATE message SET state = 'PLANNED', try_at = due_at WHERE kind = 'CONFIRMATION'"));

        there.read(directory, here.write(SLUG));

        var now = there.booking.database.clock().instant();
        assertThat(there.booking.in(() -> there.booking
                        .database
                        .sql()
                        .count(
                                "SELECT COUNT(*) FROM message WHERE state = 'PLANNED' AND due_at <= ? AND useful_until > ?",
                                now,
                                now)))
                .isZero();
    }

    @Test
    void times_are_busy_there_and_links_are_those_of_the_second_server() {
        there.read(directory, here.write(SLUG));

        var token = there.booking.in(
                () -> there.booking.links.token(there.booking.appointments.get(soon.organizationId(), soon.id())));
        assertThat(countThere("SELECT COUNT(*) FROM busy_time")).isEqualTo(3);
        assertThat(there.booking.overlaps()).isZero();
        assertThat(there.booking.in(() -> there.booking
                        .database
                        .sql()
                        .list(
                                "SELECT facts FROM message WHERE appointment_id = ?",
                                row -> row.getText("facts"),
                                soon.id())))
                .isNotEmpty()
                .allMatch(facts -> facts.contains(token));
    }

    @Test
    void an_archive_holds_no_secret() {
        var token = here.booking.in(() -> here.booking.links.token(here.booking.read(soon)));
        var hash = here.booking.in(() -> here.booking
                .database
                .sql()
                .list("SELECT password_hash FROM member", row -> row.getText("password_hash")));

        var all = String.join("\n", ArchiveHouse.unpack(here.write(SLUG)).values());

        assertThat(all)
                .contains("owner@mail.example")
                .doesNotContain(token)
                .doesNotContain(hash)
                .doesNotContain(feedToken);
    }

    @Test
    void what_it_leaves_out_stands_in_it_for_people_and_for_programs() {
        var files = ArchiveHouse.unpack(here.write(SLUG));

        assertThat(List.of("README.txt", "manifest.json"))
                .allSatisfy(name -> assertThat(files.get(name))
                        .contains("Secrets of feeds: ", "Outside calendars: ", "Gateways and routes of one's own: "));
    }

    @Test
    void feeds_come_back_and_nobody_can_open_them_before_they_get_another_secret() {
        there.read(directory, here.write(SLUG));

        var organization = soon.organizationId();
        var feeds = there.booking.in(() -> there.feeds.list(organization));
        assertThat(feeds)
                .extracting(Feed::kind)
                .containsExactly(FeedKind.ORGANIZATION, FeedKind.CLIENT, FeedKind.STAFF);
        assertThat(feeds.get(2).view()).isEqualTo(new FeedView(Detail.INITIALS, true, 7, 90));
        assertThat(there.booking.in(() -> there.openFeeds.find(feedToken))).isEmpty();

        var next = there.booking.in(
                () -> there.feeds.rotate(DESK, organization, feeds.get(2).id()));
        assertThat(there.booking.in(() -> there.openFeeds.find(next.token())))
                .map(Feed::subjectId)
                .contains(anna.id());
    }

    @Test
    void agendas_go_on_with_the_next_that_is_due() {
        there.read(directory, here.write(SLUG));

        there.agendaPlanner.listDue(0, 9).forEach(there.agendaPlanner::plan);
        assertThat(agendasThere()).as("the other server may have sent it").isEmpty();

        there.booking.database.clock().moveTo(Instant.parse("2026-11-03T05:30:00Z"));
        there.agendaPlanner.listDue(0, 9).forEach(there.agendaPlanner::plan);
        assertThat(agendasThere()).containsExactly("desk@mail.example 2026-11-03T05:30:00Z");
    }

    private List<String> agendasThere() {
        return there.booking.in(() -> there.booking
                .database
                .sql()
                .list(
                        "SELECT address, due_at FROM message WHERE kind = 'AGENDA'",
                        row -> row.getText("address") + " " + row.getInstant("due_at")));
    }

    @Test
    void an_organization_that_has_nothing_moves_too() {
        try (var empty = ArchiveHouse.h2()) {
            empty.booking.in(() -> empty.booking
                    .database
                    .sql()
                    .update("UPDATE organization SET slug = ? WHERE id = ?", "empty", empty.booking.organizationId()));
            var first = empty.write("empty");

            assertThat(there.read(directory, first).appointments()).isZero();

            assertThat(withoutItsTime(there.write("empty"))).isEqualTo(withoutItsTime(first));
        }
    }

    @Test
    void whoever_may_sign_in_gets_a_first_password_and_is_found_again() {
        var imported = there.read(directory, here.write(SLUG));

        assertThat(imported.members())
                .singleElement()
                .satisfies(added -> assertThat(added.firstPassword()).isPresent())
                .satisfies(added -> assertThat(added.member().role()).isEqualTo(Role.OWNER));
        assertThat(imported.appointments()).isEqualTo(4);
        assertThat(there.booking.in(() -> there.booking.clients.search(soon.organizationId(), "guest2@", 9)))
                .hasSize(1);
    }

    @Test
    void the_last_complete_download_is_remembered() {
        var organization = here.booking.organizationId();

        here.booking.in(() -> here.downloads.begin(DESK, organization));
        assertThat(here.booking.in(() -> here.downloads.findLast(organization))).isEmpty();
        here.booking.in(() -> here.downloads.complete(DESK, organization));
        here.booking.database.clock().advance(Duration.ofDays(1));
        here.booking.in(() -> here.downloads.complete(DESK, organization));

        assertThat(here.booking.in(() -> here.downloads.findLast(organization)))
                .contains(here.booking.database.clock().instant());
        assertThat(here.booking.calendars.auditedActions()).contains("archive.downloaded");
    }
}
