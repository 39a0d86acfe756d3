package org.bookbell.calendar.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.calendar.TestCalendars.DESK;
import static org.bookbell.calendar.TestCalendars.berlin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.TestCalendars;
import org.bookbell.calendar.hours.BlockKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock stands at 9 o'clock in Berlin, on Monday 2 November 2026. */
class WhyTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ServiceTimes AN_HOUR = new ServiceTimes(60, 15, 30, 60, 10);

    private final TestCalendars calendars = TestCalendars.h2();
    private final long organization = calendars.organization.id();
    private final TestOffers offers = new TestOffers(calendars);
    private final Staff ada = calendars.aStaffMemberOnWorkdays("Ada");
    private final Service massage = calendars.aService(AN_HOUR, ada);

    @AfterEach
    void close() {
        calendars.close();
    }

    @Test
    void nothing_speaks_against_a_time_that_is_offered() {
        assertThat(why("2026-11-03T09:30")).isEmpty();
    }

    @Test
    void a_time_outside_the_hours_tells_the_hours() {
        assertThat(words("2026-11-03T11:30"))
                .containsExactly("It does not lie within the hours, which are from Tue 3 Nov 2026 09:00 to 12:00 and"
                        + " from Tue 3 Nov 2026 13:00 to 17:00.");
        assertThat(words("2026-11-07T10:00")).containsExactly("There are no hours on that day.");
    }

    @Test
    void a_time_beside_the_grid_tells_its_neighbors() {
        assertThat(words("2026-11-03T09:40"))
                .containsExactly("Starts are offered in steps; the nearest are 09:30 and 10:00.");
    }

    @Test
    void a_block_is_named() {
        calendars.block(BlockKind.NOT_AVAILABLE, ada, "2026-11-03T10:00", "2026-11-05T00:00");

        assertThat(words("2026-11-03T09:30"))
                .containsExactly("The calendar is blocked from Tue 3 Nov 2026 10:00 to Thu 5 Nov 2026 00:00.");
    }

    @Test
    void another_appointment_a_hold_and_the_own_gap_are_told_apart() {
        calendars.book(ada, "2026-11-03T10:00");
        calendars.book(ada, "2026-11-04T10:00", Duration.ofHours(1), berlin("2026-11-02T09:10"));

        assertThat(words("2026-11-03T10:30"))
                .containsExactly("Another appointment takes from Tue 3 Nov 2026 10:00 to 11:00.");
        assertThat(words("2026-11-04T10:30"))
                .containsExactly(
                        "Somebody is just booking from Wed 4 Nov 2026 10:00 to 11:00; it is held until 09:10.");
        assertThat(words("2026-11-03T09:00"))
                .containsExactly("The gap after it would run into the appointment from Tue 3 Nov 2026 10:00 to 11:00.");
        assertThat(why("2026-11-03T13:00")).isEmpty();
    }

    @Test
    void the_gap_after_the_appointment_before_is_told() {
        long id = calendars.book(ada, "2026-11-03T09:00", Duration.ofMinutes(75), null);
        calendars.in(() -> calendars
                .database
                .sql()
                .update(
                        "INSERT INTO appointment (id, organization_id, service_id, staff_id, status, starts_at, ends_at,"
                                + " gap_minutes, zone, source, occurrence, token_version, created_at, changed_at, version)"
                                + " VALUES (?, ?, ?, ?, 'BOOKED', ?, ?, 15, 'Europe/Berlin', 'DESK', 0, 0, ?, ?, 0)",
                        id,
                        organization,
                        massage.id(),
                        ada.id(),
                        berlin("2026-11-03T09:00"),
                        berlin("2026-11-03T10:00"),
                        Instant.EPOCH,
                        Instant.EPOCH));

        assertThat(words("2026-11-03T10:00"))
                .containsExactly("The appointment before it needs a gap from Tue 3 Nov 2026 10:00 to 10:15.");
    }

    @Test
    void notice_and_window_are_told() {
        assertThat(words("2026-11-02T09:30"))
                .containsExactly("It is too soon: the earliest time that can be booked now is Mon 2 Nov 2026 10:00.");
        assertThat(words("2026-11-13T09:30"))
                .containsExactly("It is too far ahead: times before Fri 13 Nov 2026 00:00 can be booked now.");
    }

    @Test
    void times_at_the_ends_of_time_are_answered() {
        assertThat(why(Instant.MIN)).extracting(WhyNot::code).containsExactly("too-short-notice");
        assertThat(why(Instant.MAX)).extracting(WhyNot::code).containsExactly("beyond-window");
    }

    @Test
    void who_does_not_give_the_service_or_left_is_told() {
        Staff grace = calendars.aStaffMemberOnWorkdays("Grace");
        calendars.in(() -> calendars.staffSetup.deactivate(DESK, organization, grace.id()));
        calendars.in(() -> calendars.serviceSetup.deactivate(DESK, organization, massage.id()));

        List<WhyNot> reasons = calendars.in(
                () -> offers.why.explain(organization, massage.id(), grace.id(), berlin("2026-11-03T09:30")));

        assertThat(reasons).extracting(WhyNot::code).containsExactly("service-inactive", "staff-inactive", "not-given");
    }

    @Test
    void another_organizations_calendars_are_not_explained() {
        long other = calendars.found("elsewhere").id();

        assertThatThrownBy(() -> calendars.in(
                        () -> offers.why.explain(other, massage.id(), ada.id(), berlin("2026-11-03T09:30"))))
                .hasMessageContaining("no such service");
    }

    @Test
    void reasons_offers_and_the_check_of_a_booking_agree_on_every_time_of_nine_days() {
        calendars.block(BlockKind.NOT_AVAILABLE, ada, "2026-11-03T10:10", "2026-11-03T13:20");
        calendars.block(BlockKind.AVAILABLE, ada, "2026-11-04T07:10", "2026-11-04T18:00");
        calendars.block(BlockKind.AVAILABLE, ada, "2026-11-07T22:00", "2026-11-08T03:00");
        calendars.book(ada, "2026-11-05T10:20");
        calendars.book(ada, "2026-11-06T13:00", Duration.ofHours(2), berlin("2026-11-02T09:10"));
        calendars.book(ada, "2026-11-09T13:00", Duration.ofHours(2), berlin("2026-11-02T09:00"));
        LocalDate monday = LocalDate.of(2026, 11, 2);
        Set<Instant> offered = calendars
                .in(() -> offers.availability.find(new SlotQuery(
                        organization, massage.id(), Optional.empty(), monday, monday.plusDays(8), Optional.empty())))
                .slots()
                .stream()
                .map(slot -> slot.slot().startInclusive())
                .collect(Collectors.toSet());

        calendars.in(() -> {
            for (Instant at = berlin("2026-11-02T00:00");
                    at.isBefore(berlin("2026-11-11T00:00"));
                    at = at.plusSeconds(600)) {
                List<WhyNot> reasons = why(at);
                boolean open = offers.availability.isOpen(organization, massage.id(), ada.id(), at);
                assertThat(reasons.isEmpty()).as("%s %s", at, reasons).isEqualTo(offered.contains(at));
                assertThat(open)
                        .as("%s %s", at, reasons)
                        .isEqualTo(reasons.stream().allMatch(WhyTest::isAboutBusyTime));
            }
        });
    }

    private static boolean isAboutBusyTime(WhyNot reason) {
        return reason instanceof WhyNot.Busy
                || reason instanceof WhyNot.InGapAfter
                || reason instanceof WhyNot.OwnGapTaken;
    }

    private List<String> words(String local) {
        return why(local).stream().map(reason -> reason.inWords(BERLIN)).toList();
    }

    private List<WhyNot> why(String local) {
        return why(berlin(local));
    }

    private List<WhyNot> why(Instant start) {
        return calendars.in(() -> offers.why.explain(organization, massage.id(), ada.id(), start));
    }
}
