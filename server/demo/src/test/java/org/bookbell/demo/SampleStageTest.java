package org.bookbell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever somebody starts the demonstration, there is something to see and to try. */
class SampleStageTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-24T12:00:00");

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-11-24T00:00:00",
        "America/New_York, 2026-11-24T03:00:00",
        "America/New_York, 2026-11-24T08:20:00",
        "America/New_York, 2026-11-24T12:00:00",
        "America/New_York, 2026-11-24T18:59:00",
        "America/New_York, 2026-11-24T23:30:59",
        // a Sunday, at the seconds at which full and half minutes are nearest
        "Europe/Berlin,    2026-11-22T12:00:24",
        "Europe/Berlin,    2026-11-22T12:00:26",
        // clocks are put forward and back: that night, and the day before at the hour that the next day has not
        "America/New_York, 2027-03-14T03:00:00",
        "America/New_York, 2027-03-14T18:59:00",
        "America/New_York, 2027-03-13T02:30:00",
        "America/New_York, 2026-11-01T01:30:00",
        "America/New_York, 2026-11-01T23:30:00",
        "Australia/Lord_Howe, 2027-04-04T01:45:00",
    })
    void there_is_something_to_try_at_any_hour(ZoneId zone, LocalDateTime local) {
        try (var house = new SampleHouse(zone, local)) {
            var practice = house.start().get(0);

            assertThat(house.listToday(practice)).isNotEmpty();
            assertThat(house.listBegunToday(practice)).isNotEmpty();
            assertThat(house.daysUntilFree(practice)).isLessThanOrEqualTo(1);
            assertThat(house.secondsToReminders(practice))
                    .isNotEmpty()
                    .allMatch(seconds -> seconds >= 5 && seconds < 50);
            assertThat(house.overlaps()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"PT10S", "PT30S", "PT3H", "PT24H", "P40D"})
    void a_second_start_has_the_same_to_try(Duration later) {
        try (var house = new SampleHouse(NEW_YORK, NOON)) {
            var first = house.start();
            house.advance(later);

            var again = house.start();

            assertThat(again).map(SampleOrganization::id).containsExactlyElementsOf(ids(first));
            assertThat(again)
                    .allSatisfy(each -> assertThat(each.ownerPassword()).isEmpty());
            assertThat(house.listBegunToday(again.get(0))).isNotEmpty();
            assertThat(house.daysUntilFree(again.get(0))).isLessThanOrEqualTo(1);
            assertThat(house.secondsToReminders(again.get(0))).anyMatch(seconds -> seconds >= 5 && seconds < 50);
            assertThat(house.overlaps()).isZero();
        }
    }

    @Test
    void a_second_start_on_the_same_day_leaves_the_month_as_it_is() {
        try (var house = new SampleHouse(NEW_YORK, NOON)) {
            var practice = house.start().get(0);
            var before = house.listToday(practice).size();
            house.advance(Duration.ofHours(1));

            house.start();

            assertThat(house.listToday(practice)).hasSize(before);
        }
    }

    @Test
    void a_database_with_other_organizations_is_left_alone() {
        try (var house = new SampleHouse(NEW_YORK, NOON)) {
            house.found("somebody-elses");
            house.found("harbor-massage");

            assertThat(house.open()).isEmpty();
        }
    }

    @Test
    void whoever_has_begun_is_replaced_once_the_desk_has_said_that_they_came() {
        try (var house = new SampleHouse(NEW_YORK, NOON)) {
            var practice = house.start().get(0);

            house.listBegunToday(practice).forEach(house::complete);
            assertThat(house.listBegunToday(practice)).isEmpty();
            house.visit(practice);

            assertThat(house.listBegunToday(practice)).isNotEmpty();
        }
    }

    @Test
    void visitors_come_for_days_and_leave_times_to_try() {
        try (var house = new SampleHouse(NEW_YORK, NOON)) {
            var practice = house.start().get(0);

            for (var hour = 0; hour < 72; hour++) {
                house.visit(practice);
                house.advance(Duration.ofMinutes(20));
                house.visit(practice);
                house.visit(practice);
                house.advance(Duration.ofMinutes(40));
                assertThat(house.daysUntilFree(practice)).isLessThanOrEqualTo(1);
            }

            assertThat(house.overlaps()).isZero();
        }
    }

    @Test
    void the_first_start_tells_the_password_and_a_later_one_whose_password_it_is() {
        try (var house = new SampleHouse(NEW_YORK, NOON)) {
            var first = SignInLines.of("http://127.0.0.1:8080", house.start());

            var again = SignInLines.of("http://127.0.0.1:8080", house.start());

            assertThat(first).noneMatch(line -> line.contains("first start"));
            assertThat(again)
                    .contains("  clients book at  http://127.0.0.1:8080/b/harbor-massage")
                    .contains(
                            "  sign in as       owner@harbor-massage.example  (the password of the first start)",
                            "  sign in as       owner@lakeside-school.example  (the password of the first start)")
                    .anyMatch(line -> line.contains("operator@localhost"));
        }
    }

    private static List<Long> ids(List<SampleOrganization> organizations) {
        return organizations.stream().map(SampleOrganization::id).toList();
    }
}
