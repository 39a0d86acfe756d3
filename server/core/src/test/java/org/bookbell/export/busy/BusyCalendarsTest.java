package org.bookbell.export.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.calendar.TestCalendars.berlin;
import static org.bookbell.export.busy.BusyFixture.DESK;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Role;
import org.bookbell.access.TestMembers;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.offer.TestOffers;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusyCalendarsTest {

    private static final String TUESDAY = "DTSTART:20261103T090000Z\nDTEND:20261103T100000Z";
    private static final String NIGHT = "DTSTART:20261104T210000Z\nDTEND:20261105T050000Z";

    private final BusyFixture fixture = new BusyFixture();

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @Test
    void what_is_busy_there_is_not_offered_here_at_once() {
        var service = fixture.house.calendars.aService(fixture.anna);
        var offers = new TestOffers(fixture.house.calendars);
        var id = fixture.subscribe();
        fixture.has(TUESDAY, NIGHT);
        assertThat(isOpen(offers, service.id(), "2026-11-03T10:00")).isTrue();

        var shown = fixture.fetch(id);

        assertThat(shown.calendar().state()).isEqualTo(BusyState.GOOD);
        assertThat(shown.blocks()).isEqualTo(2);
        assertThat(isOpen(offers, service.id(), "2026-11-03T10:00")).isFalse();
        assertThat(isOpen(offers, service.id(), "2026-11-03T11:00")).isTrue();
    }

    private boolean isOpen(TestOffers offers, long serviceId, String start) {
        return fixture.database.inTransaction(
                () -> offers.availability.isOpen(fixture.practice, serviceId, fixture.anna.id(), berlin(start)));
    }

    @Test
    void its_blocks_are_nobodys_to_change_by_hand() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        fixture.fetch(id);
        var blocks = fixture.house.calendars.blocks;
        var week = new TimeSlot(berlin("2026-11-02T00:00"), berlin("2026-11-09T00:00"));

        var all = fixture.database.inTransaction(() -> blocks.listAll(fixture.practice, fixture.anna.id(), week));

        assertThat(all).singleElement().matches(block -> block.range().equals(tuesday()));
        fixture.database.inTransaction(() -> {
            assertThat(blocks.list(fixture.practice, fixture.anna.id(), week)).isEmpty();
            assertThatThrownBy(() -> blocks.get(fixture.practice, all.get(0).id()))
                    .isInstanceOf(ProblemException.class);
        });
    }

    private static TimeSlot tuesday() {
        return new TimeSlot(Instant.parse("2026-11-03T09:00:00Z"), Instant.parse("2026-11-03T10:00:00Z"));
    }

    @Test
    void the_version_rises_only_where_something_changed() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY, NIGHT);
        var before = fixture.calendarVersion();
        fixture.fetch(id);
        assertThat(fixture.calendarVersion()).isEqualTo(before + 1);

        fixture.fetch(id);
        fixture.has("SUMMARY:another name\n" + TUESDAY, NIGHT);
        fixture.fetch(id);
        assertThat(fixture.calendarVersion()).isEqualTo(before + 1);

        fixture.has(NIGHT);
        assertThat(fixture.fetch(id).blocks()).isEqualTo(1);
        assertThat(fixture.calendarVersion()).isEqualTo(before + 2);
        assertThat(fixture.house.calendars.auditedActions()).endsWith("busyCalendar.changed");
    }

    @Test
    void what_is_over_is_forgotten_without_a_new_version() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        fixture.fetch(id);
        var before = fixture.calendarVersion();

        fixture.database.clock().advance(Duration.ofDays(3));
        fixture.has();
        fixture.fetch(id);

        assertThat(fixture.calendarVersion()).isEqualTo(before);
        assertThat(countBlocks()).isZero();
    }

    @Test
    void a_calendar_that_fails_keeps_its_blocks_and_tells_the_line() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        fixture.fetch(id);
        fixture.has("SUMMARY:no start");

        var shown = fixture.fetch(id);

        assertThat(shown.blocks()).isEqualTo(1);
        assertThat(shown.calendar().state()).isEqualTo(BusyState.FAILING);
        assertThat(shown.calendar().fault()).contains("line 2: DTSTART is missing");
        assertThat(shown.calendar().goodAt()).contains(fixture.database.clock().instant());
    }

    @Test
    void organizers_are_told_once_after_a_day_of_failures() {
        TestMembers.on(fixture.database).add(fixture.practice, "olga@example.org", Role.OWNER);
        TestMembers.on(fixture.database).add(fixture.practice, "simon@example.org", Role.STAFF);
        var id = fixture.subscribe();
        fixture.server.answers("HTTP/1.1 404 Not Found", "");
        fixture.fetch(id);
        fixture.database.clock().advance(Duration.ofHours(23));
        fixture.fetch(id);
        assertThat(countAlerts()).isZero();

        fixture.database.clock().advance(Duration.ofHours(2));
        fixture.fetch(id);
        fixture.fetch(id);
        assertThat(countAlerts()).isEqualTo(1);

        fixture.has(TUESDAY);
        assertThat(fixture.fetch(id).calendar().fault()).isEmpty();
    }

    @Test
    void removing_a_calendar_frees_what_it_blocked() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        fixture.fetch(id);
        var before = fixture.calendarVersion();

        fixture.database.inTransaction(() -> fixture.calendars.remove(DESK, fixture.practice, fixture.anna.id(), id));

        assertThat(countBlocks()).isZero();
        assertThat(fixture.calendarVersion()).isEqualTo(before + 1);
        assertThatThrownBy(() -> fixture.shown(id)).isInstanceOf(ProblemException.class);
    }

    @Test
    void one_node_at_a_time_fetches_and_who_comes_too_late_writes_nothing() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        var slow = fixture.claim(id);
        assertThat(fixture.findClaim(id)).isEmpty();

        fixture.database.inTransaction(() -> fixture.database
                .sql()
                .update("UPDATE busy_calendar SET claimed_until = ?", Instant.parse("2020-01-01T00:00:00Z")));
        var second = fixture.claim(id);
        fixture.fetches.fetch(slow);
        assertThat(fixture.shown(id).calendar().state()).isEqualTo(BusyState.NEW);

        fixture.fetches.fetch(second);
        assertThat(fixture.shown(id).calendar().state()).isEqualTo(BusyState.GOOD);
    }

    @Test
    void nothing_is_written_for_a_calendar_that_was_removed_meanwhile() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        var claim = fixture.claim(id);
        fixture.database.inTransaction(() -> fixture.calendars.remove(DESK, fixture.practice, fixture.anna.id(), id));

        fixture.fetches.fetch(claim);

        assertThat(countBlocks()).isZero();
    }

    @Test
    void appointments_that_are_booked_already_stay_and_are_counted() {
        var service = fixture.house.calendars.aService(fixture.anna);
        fixture.house.book(service, fixture.anna, berlin("2026-11-03T10:00"));
        fixture.house.book(service, fixture.anna, berlin("2026-11-03T11:00"));
        var id = fixture.subscribe();
        fixture.has(TUESDAY);

        assertThat(fixture.fetch(id).booked()).isEqualTo(1);
    }

    @Test
    void the_address_is_a_secret() {
        var id = fixture.subscribe();

        assertThat(fixture.shown(id).calendar().shown()).isEqualTo(fixture.server.origin() + "/…");
        assertThat(fixture.shown(id).toString()).doesNotContain("4711");
        assertThat(text("SELECT address AS t FROM busy_calendar")).doesNotContain("4711");
        assertThat(fixture.database.inTransaction(
                        () -> fixture.database.sql().list("SELECT detail FROM audit", row -> row.getText("detail"))))
                .noneMatch(detail -> detail.contains("4711"));
    }

    @Test
    void what_did_not_change_is_not_sent_again_but_for_once_a_day() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        fixture.fetch(id);
        fixture.server.answers("HTTP/1.1 304 Not Modified", "");

        fixture.database.clock().advance(Duration.ofHours(23));
        var shown = fixture.fetch(id);
        fixture.has(TUESDAY);
        fixture.database.clock().advance(Duration.ofHours(2));
        fixture.fetch(id);

        assertThat(shown.calendar().state()).isEqualTo(BusyState.GOOD);
        assertThat(shown.blocks()).isEqualTo(1);
        assertThat(fixture.server.requests().get(1)).contains("If-None-Match: ");
        assertThat(fixture.server.requests().get(2)).doesNotContain("If-None-Match: ");
    }

    @Test
    void a_pause_that_the_server_asks_for_is_kept_even_when_somebody_presses() {
        var id = fixture.subscribe();
        fixture.server.answers("HTTP/1.1 429 Too Many Requests\nRetry-After: 7200", "");
        var now = fixture.database.clock().instant();

        var shown = fixture.fetch(id);
        var pressed = fixture.database.inTransaction(
                () -> fixture.calendars.refresh(DESK, fixture.practice, fixture.anna.id(), id));

        assertThat(shown.calendar().nextFetchAt()).isEqualTo(now.plus(Duration.ofHours(2)));
        assertThat(pressed.calendar().nextFetchAt()).isEqualTo(now.plus(Duration.ofHours(2)));
    }

    @Test
    void who_presses_is_served_at_once() {
        var id = fixture.subscribe();
        fixture.has(TUESDAY);
        fixture.fetch(id);
        fixture.database.clock().advance(Duration.ofMinutes(1));

        var pressed = fixture.database.inTransaction(
                () -> fixture.calendars.refresh(DESK, fixture.practice, fixture.anna.id(), id));

        assertThat(pressed.calendar().nextFetchAt())
                .isEqualTo(fixture.database.clock().instant());
    }

    @Test
    void addresses_that_no_calendar_can_have_are_refused() {
        for (var address :
                List.of("http://calendar.example.org/", "ftp://example.org/", "hello", "https://u:p@x.org/")) {
            assertThatThrownBy(() -> add(address)).as(address).isInstanceOf(ProblemException.class);
        }
        for (var i = 0; i < 10; i++) {
            add("webcal://calendar.example.org/" + i);
        }
        assertThatThrownBy(() -> add("webcal://calendar.example.org/10")).hasMessageContaining("at most 10");
    }

    private void add(String address) {
        fixture.database.inTransaction(
                () -> fixture.calendars.add(DESK, fixture.practice, fixture.anna.id(), Optional.empty(), address));
    }

    private long countBlocks() {
        return count("SELECT COUNT(*) FROM time_block");
    }

    private long countAlerts() {
        return count("SELECT COUNT(*) FROM message WHERE kind = 'ALERT'");
    }

    private long count(String question) {
        return fixture.database.inTransaction(() -> fixture.database.sql().count(question));
    }

    private String text(String question) {
        return fixture.database
                .inTransaction(() -> fixture.database.sql().find(question, row -> row.getText("t")))
                .orElseThrow();
    }
}
