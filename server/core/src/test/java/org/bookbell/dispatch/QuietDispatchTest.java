package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.HELD;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.TOO_LATE;
import static org.bookbell.spi.gateway.SubmitResult.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.dispatch.guard.LimitsBuilder;
import org.bookbell.message.MessageKind;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.storage.MovableClock;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What an outage delays into the night wakes nobody. The practice in Berlin is quiet from 21 to 8 o'clock. */
class QuietDispatchTest {

    private static final Instant AFTERNOON = Instant.parse("2026-11-02T15:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-02T22:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-03T07:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final MovableClock clock = database.clock();
    private final DispatchHouse house = new DispatchHouse(database);
    private final RecordingSmsGateway gateway = house.gateway("main", 1);

    @AfterEach
    void close() {
        house.close();
    }

    private MessageRow aLateMessage() {
        return house.aMessage().dueAt(AFTERNOON).usefulUntil(MORNING.plus(Duration.ofHours(2)));
    }

    @Test
    void a_reminder_that_is_late_waits_until_the_night_is_over_and_says_so() {
        clock.moveTo(NIGHT);
        var message = aLateMessage().planned();

        house.drain();

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(PLANNED);
        assertThat(house.tryAt(message)).isEqualTo(MORNING);
        assertThat(house.reason(message))
                .contains("late, and its recipient's quiet hours have begun; it waits for their end");
        assertThat(house.details(message))
                .containsExactly(
                        "late, and its recipient's quiet hours have begun; it waits for their end at 2026-11-03T07:00:00Z");

        clock.moveTo(MORNING);
        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.callList()).isEmpty();
    }

    @Test
    void a_reminder_of_which_the_morning_would_be_too_late_is_a_call_at_once() {
        clock.moveTo(NIGHT);
        var message = aLateMessage().usefulUntil(MORNING).planned();

        house.drain();

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(TOO_LATE);
        assertThat(house.column(message, "reason_code")).isEqualTo("QUIET_HOURS");
        assertThat(house.callList()).containsExactly("QUIET_HOURS");
    }

    @Test
    void it_is_night_where_the_recipient_lives() {
        clock.moveTo(AFTERNOON);
        var inTokyo = aLateMessage().in("Asia/Tokyo").planned();
        var inBerlin = aLateMessage().in("Europe/Berlin").planned();

        house.drain();

        assertThat(house.tryAt(inTokyo)).isEqualTo("2026-11-02T23:00:00Z");
        assertThat(gateway.submissions()).extracting(SmsSubmission::text).containsExactly("text of " + inBerlin);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            mode = Mode.EXCLUDE,
            names = {"REMINDER", "OFFER", "CANARY"})
    void what_was_just_asked_for_is_told_at_any_hour(MessageKind kind) {
        clock.moveTo(NIGHT);
        aLateMessage().about(kind).planned();

        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageKind.class,
            names = {"REMINDER", "OFFER"})
    void what_need_not_come_at_night_does_not(MessageKind kind) {
        clock.moveTo(NIGHT);
        aLateMessage().about(kind).planned();

        house.drain();

        assertThat(gateway.submissions()).isEmpty();
    }

    @Test
    void an_organization_without_quiet_hours_sends_at_any_hour() {
        clock.moveTo(NIGHT);
        house.update("UPDATE organization SET quiet_from_minute = 0, quiet_to_minute = 0");
        aLateMessage().planned();

        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
    }

    @Test
    void a_second_try_waits_for_the_morning_too() {
        clock.moveTo(Instant.parse("2026-11-02T19:59:50Z"));
        gateway.answers(sms -> refused(RefusalReason.UNAVAILABLE, "503", "down"));
        var message = aLateMessage().planned();
        house.drain();
        assertThat(house.attempts(message)).containsExactly("main REFUSED");

        clock.advance(Duration.ofSeconds(30));
        house.drain();

        assertThat(house.attempts(message)).containsExactly("main REFUSED");
        assertThat(house.tryAt(message)).isEqualTo(MORNING);
    }

    @Test
    void a_claim_that_the_night_overtakes_on_its_way_to_the_gateway_is_not_submitted() {
        clock.moveTo(Instant.parse("2026-11-02T19:59:59Z"));
        var message = aLateMessage().planned();
        var claimed = house.claims().claim(List.of(message));
        clock.advance(Duration.ofSeconds(1));

        house.run(claimed);
        house.drain();

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.history(message)).containsExactly("PLANNED", "PLANNED");
        assertThat(house.tryAt(message)).isEqualTo(MORNING);
    }

    @Test
    void who_has_it_sent_again_in_the_night_is_obeyed_where_the_morning_would_be_too_late() {
        clock.moveTo(NIGHT);
        var message = aLateMessage().usefulUntil(MORNING).planned();
        house.drain();

        clock.advance(Duration.ofMinutes(5));
        house.askAgain(message);
        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void by_day_and_by_night_it_takes_no_statement_for_each_message() throws Exception {
        var few = statements(20);
        var many = statements(80);

        assertThat(many).isEqualTo(few);
    }

    /** How many statements a night's claim of so many takes, and the one of the next morning. */
    private static int statements(int messages) throws Exception {
        try (var pool = new CountedPool();
                var counted = new DispatchHouse(TestDatabase.on(pool))) {
            var late = Stream.generate(() -> counted.aMessage()
                            .dueAt(AFTERNOON)
                            .usefulUntil(MORNING.plus(Duration.ofHours(2)))
                            .planned())
                    .limit(messages)
                    .toList();
            counted.moveTo(NIGHT);
            var before = pool.statements();

            var atNight = counted.claims().claim(late);
            counted.moveTo(MORNING);
            var inTheMorning = counted.claims().claim(late);

            assertThat(atNight).isEmpty();
            assertThat(inTheMorning).hasSize(messages);
            return pool.statements() - before;
        }
    }

    @Test
    void the_night_does_not_count_against_the_day_s_limit() {
        var limited = new DispatchHouse(
                TestDatabase.h2(), LimitsBuilder.none().smsPerDay(1).built());
        try (limited) {
            var sent = limited.gateway("main", 1);
            limited.moveTo(NIGHT);
            var first = limited.aMessage()
                    .dueAt(AFTERNOON)
                    .usefulUntil(MORNING.plus(Duration.ofHours(2)))
                    .planned();
            limited.drain();
            limited.moveTo(MORNING);

            var second = limited.aMessage().planned();
            limited.drain();

            assertThat(sent.submissions()).hasSize(1);
            assertThat(limited.state(first)).isEqualTo(ACCEPTED);
            assertThat(limited.state(second)).isEqualTo(HELD);
        }
    }
}
