package org.bookbell.booking.slot;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarLockTest {

    private static final long ANNA = 11;
    private static final long BEN = 12;
    private static final Instant NINE = Instant.parse("2026-11-03T09:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final CalendarLock lock = new CalendarLock(database.sql(), database.clock());

    @BeforeEach
    void make_two_calendars() {
        database.inTransaction(() -> {
            database.sql()
                    .update("INSERT INTO organization VALUES (1, 'a', 'A', 'UTC', 'en', 'US', NULL, NULL, NULL, 0, 0,"
                            + " 'SEND_NOW', '', '2026-01-01 00:00:00', 0)");
            database.sql().update("INSERT INTO calendar VALUES (?, 1, 0)", ANNA);
            database.sql().update("INSERT INTO calendar VALUES (?, 1, 0)", BEN);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private boolean reserve(long appointment, List<Long> calendars, TimeSlot time) {
        return database.inTransaction(() -> lock.reserve(calendars, time, appointment, null));
    }

    private boolean move(long appointment, List<Long> calendars, TimeSlot time) {
        return database.inTransaction(() -> lock.move(calendars, time, appointment));
    }

    private static TimeSlot minutes(int from, int to) {
        return new TimeSlot(NINE.plus(Duration.ofMinutes(from)), NINE.plus(Duration.ofMinutes(to)));
    }

    @Test
    void times_that_only_touch_are_both_free() {
        assertThat(reserve(1, List.of(ANNA), minutes(0, 60))).isTrue();
        assertThat(reserve(2, List.of(ANNA), minutes(60, 120))).isTrue();
    }

    @Test
    void a_time_that_overlaps_by_a_minute_is_taken() {
        reserve(1, List.of(ANNA), minutes(0, 60));

        assertThat(reserve(2, List.of(ANNA), minutes(59, 90))).isFalse();
        assertThat(reserve(3, List.of(ANNA), minutes(-30, 1))).isFalse();
        assertThat(reserve(4, List.of(ANNA), minutes(10, 20))).isFalse();
        assertThat(reserve(5, List.of(ANNA), minutes(-10, 200))).isFalse();
    }

    @Test
    void an_appointment_may_move_over_its_own_time_and_frees_the_rest() {
        reserve(1, List.of(ANNA), minutes(0, 60));

        assertThat(move(1, List.of(ANNA), minutes(30, 90))).isTrue();
        assertThat(reserve(2, List.of(ANNA), minutes(0, 30))).isTrue();
    }

    @Test
    void an_appointment_that_changes_calendars_frees_the_former() {
        reserve(1, List.of(ANNA), minutes(0, 60));

        assertThat(move(1, List.of(BEN), minutes(0, 60))).isTrue();
        assertThat(reserve(2, List.of(ANNA), minutes(0, 60))).isTrue();
    }

    @Test
    void an_appointment_does_not_move_to_a_time_that_is_taken() {
        reserve(1, List.of(ANNA), minutes(0, 60));
        reserve(2, List.of(ANNA), minutes(60, 120));

        assertThat(move(1, List.of(ANNA), minutes(30, 90))).isFalse();
        assertThat(reserve(3, List.of(ANNA), minutes(0, 60))).isFalse();
    }

    @Test
    void all_calendars_must_be_free() {
        reserve(1, List.of(BEN), minutes(0, 60));

        assertThat(reserve(2, List.of(ANNA, BEN), minutes(0, 60))).isFalse();
        assertThat(reserve(3, List.of(ANNA), minutes(0, 60))).isTrue();
    }

    @Test
    void a_hold_that_ended_keeps_nobody_out() {
        var until = database.clock().instant().plusSeconds(600);
        database.inTransaction(() -> lock.reserve(List.of(ANNA), minutes(0, 60), 1, until));

        assertThat(reserve(2, List.of(ANNA), minutes(0, 60))).isFalse();
        database.clock().moveTo(until);
        assertThat(reserve(3, List.of(ANNA), minutes(0, 60))).isTrue();
    }

    @Test
    void a_busy_time_of_more_than_a_day_is_a_bug() {
        assertThatThrownBy(() -> reserve(1, List.of(ANNA), minutes(0, 24 * 60 + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_many_who_race_for_a_time_one_gets_it() throws Exception {
        var racers = IntStream.rangeClosed(1, 30)
                .<Callable<Boolean>>mapToObj(id -> () -> reserve(id, List.of(ANNA), minutes(id, 60 + id)))
                .toList();
        var threads = Executors.newFixedThreadPool(racers.size());

        var answers = threads.invokeAll(racers, 1, MINUTES);

        threads.shutdown();
        assertThat(answers).map(Future::get).containsOnlyOnce(true);
    }
}
