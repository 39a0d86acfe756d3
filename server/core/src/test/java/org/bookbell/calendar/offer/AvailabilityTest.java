package org.bookbell.calendar.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.calendar.TestCalendars.DESK;
import static org.bookbell.calendar.TestCalendars.berlin;
import static org.bookbell.calendar.TestCalendars.details;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.TestCalendars;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.WeeklyHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock stands at 9 o'clock in Berlin, on Monday 2 November 2026. */
class AvailabilityTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 3);

    private final TestCalendars calendars = TestCalendars.h2();
    private final long organization = calendars.organization.id();
    private final TestOffers offers = new TestOffers(calendars);
    private final Staff ada = calendars.aStaffMember("Ada");
    private final Staff grace = calendars.aStaffMember("Grace");
    private final Service massage = calendars.aService(ada, grace);

    @BeforeEach
    void bothWorkOnWorkdays() {
        calendars.works(ada, WeeklyHours.onWorkdays(LocalRange.of("09:00", "11:00")));
        calendars.works(grace, WeeklyHours.onWorkdays(LocalRange.of("10:00", "12:00")));
    }

    @AfterEach
    void close() {
        calendars.close();
    }

    @Test
    void each_start_is_offered_with_the_staff_who_are_free_then() {
        Offer offer = find(TUESDAY, TUESDAY);

        assertThat(offer.starts())
                .extracting(start -> wall(start.slot().startInclusive()), FreeStart::staffIds)
                .containsExactly(
                        tuple("09:00", ada),
                        tuple("09:30", ada),
                        tuple("10:00", ada, grace),
                        tuple("10:30", grace),
                        tuple("11:00", grace));
        assertThat(offer.slots())
                .hasSize(6)
                .allMatch(slot -> slot.slot().length().equals(Duration.ofHours(1)));
    }

    @Test
    void one_staff_member_can_be_asked_for() {
        assertThat(wall(find(Optional.of(grace.id()), TUESDAY, TUESDAY))).containsExactly("10:00", "10:30", "11:00");
    }

    @Test
    void a_booking_takes_its_slots_from_the_next_answer() {
        List<String> before = wall(find(Optional.of(ada.id()), TUESDAY, TUESDAY));

        calendars.book(ada, "2026-11-03T09:30");

        assertThat(before).containsExactly("09:00", "09:30", "10:00");
        assertThat(wall(find(Optional.of(ada.id()), TUESDAY, TUESDAY))).isEmpty();
    }

    @Test
    void busy_time_that_began_the_day_before_counts() {
        calendars.book(ada, "2026-11-02T10:00", Duration.ofHours(24), null);

        assertThat(wall(find(Optional.of(ada.id()), TUESDAY, TUESDAY))).containsExactly("10:00");
    }

    @Test
    void a_hold_takes_its_slots_until_it_expires() {
        calendars.book(
                ada,
                "2026-11-03T09:00",
                Duration.ofHours(1),
                calendars.database.clock().instant().plusSeconds(600));
        List<String> held = wall(find(Optional.of(ada.id()), TUESDAY, TUESDAY));

        calendars.database.clock().advance(Duration.ofSeconds(600));

        assertThat(held).containsExactly("10:00");
        assertThat(wall(find(Optional.of(ada.id()), TUESDAY, TUESDAY))).containsExactly("09:00", "09:30", "10:00");
    }

    @Test
    void the_same_question_gets_the_same_answer_until_something_changes() {
        Offer first = find(TUESDAY, TUESDAY);
        Offer second = find(TUESDAY, TUESDAY);
        calendars.book(grace, "2026-11-20T10:00");
        Offer third = find(TUESDAY, TUESDAY);

        assertThat(second).isSameAs(first);
        assertThat(third).isNotSameAs(first);
    }

    @Test
    void no_transaction_is_needed() {
        SlotQuery query =
                new SlotQuery(organization, massage.id(), Optional.empty(), TUESDAY, TUESDAY, Optional.empty());

        Offer offer = offers.availability.find(query);

        assertThat(offer).isSameAs(calendars.in(() -> offers.availability.find(query)));
        assertThat(offer.zone()).isEqualTo(BERLIN);
    }

    @Test
    void an_answer_for_one_is_kept_when_another_is_booked() {
        Offer first = find(Optional.of(ada.id()), TUESDAY, TUESDAY);
        calendars.book(grace, "2026-11-03T10:00");

        assertThat(find(Optional.of(ada.id()), TUESDAY, TUESDAY)).isSameAs(first);
    }

    @Test
    void a_rendering_is_made_once_and_goes_with_its_offer() {
        Offer offer = find(TUESDAY, TUESDAY);
        StringBuilder made = offer.rendering(StringBuilder.class, any -> new StringBuilder("bytes"));

        assertThat(find(TUESDAY, TUESDAY).rendering(StringBuilder.class, any -> new StringBuilder()))
                .isSameAs(made);
        calendars.book(grace, "2026-11-20T10:00");
        assertThat(find(TUESDAY, TUESDAY).rendering(StringBuilder.class, any -> new StringBuilder()))
                .isNotSameAs(made);
    }

    @Test
    void notice_takes_starts_away_as_time_passes() {
        Service soon = calendars.aService(new ServiceTimes(60, 0, 30, 120, 365), ada);
        LocalDate today = TUESDAY.minusDays(1);
        calendars.works(ada, WeeklyHours.daily(LocalRange.of("10:00", "13:00")));

        Offer atNine = find(soon, today, today);
        calendars.database.clock().advance(Duration.ofNanos(1000));
        Offer justAfterNine = find(soon, today, today);
        calendars.database.clock().advance(Duration.ofMinutes(30));
        Offer afterHalfPastNine = find(soon, today, today);

        assertThat(wall(atNine)).containsExactly("11:00", "11:30", "12:00");
        assertThat(wall(justAfterNine)).containsExactly("11:30", "12:00");
        assertThat(wall(afterHalfPastNine)).containsExactly("12:00");
        assertThat(atNine.validUntil()).isEqualTo(berlin("2026-11-02T09:00").plusNanos(1));
    }

    @Test
    void the_window_opens_a_day_at_midnight_of_the_organization() {
        Service near = calendars.aService(new ServiceTimes(60, 0, 60, 0, 1), ada);
        Offer onMonday = find(near, TUESDAY, TUESDAY.plusDays(1));

        calendars.database.clock().moveTo(berlin("2026-11-03T00:00"));
        Offer onTuesday = find(near, TUESDAY, TUESDAY.plusDays(1));

        assertThat(onMonday.slots()).hasSize(2);
        assertThat(onTuesday.slots()).hasSize(4);
    }

    @Test
    void what_is_set_up_anew_is_offered_at_once() {
        find(TUESDAY, TUESDAY);
        calendars.works(grace, WeeklyHours.none());
        List<String> withoutGrace = wall(find(TUESDAY, TUESDAY));
        calendars.block(BlockKind.NOT_AVAILABLE, ada, "2026-11-03T09:00", "2026-11-03T09:30");
        List<String> blocked = wall(find(TUESDAY, TUESDAY));
        calendars.in(() -> calendars.serviceSetup.change(
                DESK,
                organization,
                massage.id(),
                massage.version(),
                details(new ServiceTimes(90, 0, 30, 0, 365), ada)));
        List<String> longer = wall(find(TUESDAY, TUESDAY));
        calendars.in(() -> calendars.staffSetup.deactivate(DESK, organization, ada.id()));

        assertThat(withoutGrace).containsExactly("09:00", "09:30", "10:00");
        assertThat(blocked).containsExactly("09:30", "10:00");
        assertThat(longer).containsExactly("09:30");
        assertThat(find(TUESDAY, TUESDAY).isEmpty()).isTrue();
    }

    @Test
    void a_service_that_is_given_no_more_offers_nothing() {
        calendars.in(() -> calendars.serviceSetup.deactivate(DESK, organization, massage.id()));

        assertThat(find(TUESDAY, TUESDAY).isEmpty()).isTrue();
    }

    @Test
    void days_are_counted_in_the_zone_of_the_question() {
        Offer inTokyo = calendars.in(() -> offers.availability.find(new SlotQuery(
                organization,
                massage.id(),
                Optional.of(ada.id()),
                TUESDAY,
                TUESDAY,
                Optional.of(ZoneId.of("Asia/Tokyo")))));
        Offer inAuckland = calendars.in(() -> offers.availability.find(new SlotQuery(
                organization,
                massage.id(),
                Optional.of(ada.id()),
                TUESDAY,
                TUESDAY,
                Optional.of(ZoneId.of("Pacific/Auckland")))));

        assertThat(wall(inTokyo)).containsExactly("09:00", "09:30", "10:00");
        assertThat(inAuckland.slots())
                .extracting(slot -> slot.slot().startInclusive())
                .first()
                .isEqualTo(berlin("2026-11-03T09:00"));
    }

    @Test
    void foreign_and_unknown_things_are_not_found() {
        long other = calendars.found("elsewhere").id();

        assertThatThrownBy(() -> calendars.in(() -> offers.availability.find(
                        new SlotQuery(other, massage.id(), Optional.empty(), TUESDAY, TUESDAY, Optional.of(BERLIN)))))
                .hasMessageContaining("no such service");
        assertThatThrownBy(() -> find(Optional.of(17L), TUESDAY, TUESDAY)).hasMessageContaining("no such staff");
    }

    @Test
    void too_many_days_and_days_in_the_wrong_order_are_refused() {
        assertThatThrownBy(() -> find(TUESDAY, TUESDAY.plusDays(62))).hasMessageContaining("62 days");
        assertThatThrownBy(() -> find(TUESDAY, TUESDAY.minusDays(1))).hasMessageContaining("before the first");
        assertThatThrownBy(() -> find(LocalDate.MIN, LocalDate.MAX)).hasMessageContaining("2 values");
    }

    @Test
    void the_next_free_starts_are_found_beyond_weeks_without_any() {
        calendars.block(BlockKind.NOT_AVAILABLE, ada, "2026-11-02T00:00", "2027-01-04T10:00");

        List<FreeStart> next = calendars.in(
                () -> offers.nextFree.find(organization, massage.id(), Optional.of(ada.id()), Instant.EPOCH, 3));

        assertThat(next)
                .extracting(start -> start.slot().startInclusive())
                .containsExactly(berlin("2027-01-04T10:00"), berlin("2027-01-05T09:00"), berlin("2027-01-05T09:30"));
    }

    @Test
    void the_next_free_starts_end_with_the_window() {
        Service near = calendars.aService(new ServiceTimes(60, 0, 60, 0, 1), ada);

        assertThat(calendars.in(() -> offers.nextFree.find(
                        organization, near.id(), Optional.empty(), berlin("2026-11-02T09:30"), 10)))
                .hasSize(3);
    }

    private Offer find(LocalDate from, LocalDate to) {
        return find(Optional.empty(), from, to);
    }

    private Offer find(Service service, LocalDate from, LocalDate to) {
        return calendars.in(() -> offers.availability.find(
                new SlotQuery(organization, service.id(), Optional.empty(), from, to, Optional.of(BERLIN))));
    }

    private Offer find(Optional<Long> staffId, LocalDate from, LocalDate to) {
        return calendars.in(() -> offers.availability.find(
                new SlotQuery(organization, massage.id(), staffId, from, to, Optional.of(BERLIN))));
    }

    private static Tuple tuple(String time, Staff... free) {
        return Assertions.tuple(time, List.of(free).stream().map(Staff::id).toList());
    }

    private static List<String> wall(Offer offer) {
        return offer.starts().stream()
                .map(start -> wall(start.slot().startInclusive()))
                .toList();
    }

    private static String wall(Instant instant) {
        return LocalTime.ofInstant(instant, BERLIN).toString();
    }
}
