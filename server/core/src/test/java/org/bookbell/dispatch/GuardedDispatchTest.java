package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.dispatch.DispatchHouse.ORGANIZATION;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.HELD;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.SKIPPED;
import static org.bookbell.message.MessageState.TOO_LATE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.dispatch.guard.Limits;
import org.bookbell.dispatch.guard.LimitsBuilder;
import org.bookbell.dispatch.guard.OwnLimits;
import org.bookbell.dispatch.guard.OwnLimits.OwnVolume;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedDispatchTest {

    private static final long OTHER = 8;

    private final TestDatabase database = TestDatabase.h2();
    private DispatchHouse house;
    private GuardFixture guards;
    private RecordingSmsGateway gateway;

    @AfterEach
    void close() {
        house.close();
    }

    private void open(LimitsBuilder builder) {
        Limits limits = builder.built();
        house = new DispatchHouse(database, limits);
        guards = new GuardFixture(database, limits);
        gateway = house.gateway("main", 1);
    }

    @Test
    void what_exceeds_the_limit_of_a_day_is_held_with_its_reason() {
        open(LimitsBuilder.none().smsPerDay(5));
        var messages = guards.plan(ORGANIZATION, 8, 6);

        house.drain();

        assertThat(gateway.submissions()).hasSize(5);
        assertThat(messages.stream().map(house::state).filter(HELD::equals)).hasSize(3);
        var held = messages.get(7);
        assertThat(house.reason(held)).hasValue("more than 5 text messages on one day");
        assertThat(house.column(held, "reason_code")).isEqualTo("PER_DAY");
        assertThat(house.history(held)).containsExactly("HELD");
        assertThat(guards.listHeld()).singleElement().satisfies(group -> {
            assertThat(group.guard()).isEqualTo(Guard.PER_DAY);
            assertThat(group.messages()).isEqualTo(3);
        });
    }

    @Test
    void the_next_day_has_room_again() {
        open(LimitsBuilder.none().smsPerDay(5));
        guards.plan(ORGANIZATION, 6, 48);
        house.drain();
        database.clock().advance(Duration.ofDays(1));

        guards.plan(ORGANIZATION, 6, 48);
        house.drain();

        assertThat(gateway.submissions()).hasSize(10);
    }

    @Test
    void one_who_is_stopped_stops_nobody_else() {
        open(LimitsBuilder.none().smsPerDay(5));
        database.inTransaction(() -> house.insertOrganization(OTHER));
        guards.plan(ORGANIZATION, 20, 6);
        var normal = guards.plan(OTHER, 3, 6);

        house.drain();

        assertThat(normal).allSatisfy(id -> assertThat(house.state(id)).isEqualTo(ACCEPTED));
        assertThat(guards.count(ORGANIZATION, "HELD")).isEqualTo(15);
    }

    @Test
    void more_than_a_minute_allows_goes_in_the_next_ones() {
        open(LimitsBuilder.none().smsPerMinute(3));
        var messages = guards.plan(ORGANIZATION, 8, 6);

        house.drain();

        assertThat(gateway.submissions()).hasSize(3);
        assertThat(house.state(messages.get(7))).isEqualTo(PLANNED);
        assertThat(house.tryAt(messages.get(3)))
                .isEqualTo(database.clock().instant().plusSeconds(60));
        assertThat(house.tryAt(messages.get(7)))
                .isEqualTo(database.clock().instant().plusSeconds(120));

        database.clock().advance(Duration.ofMinutes(1));
        house.drain();
        assertThat(gateway.submissions()).hasSize(6);
        database.clock().advance(Duration.ofMinutes(1));
        house.drain();
        assertThat(gateway.submissions()).hasSize(8);
    }

    @Test
    void who_comes_later_queues_behind_those_who_wait() {
        open(LimitsBuilder.none().smsPerMinute(3));
        guards.plan(ORGANIZATION, 5, 6);
        house.drain();

        var next = guards.plan(ORGANIZATION, 2, 6);
        house.drain();

        assertThat(house.tryAt(next.get(0)))
                .isEqualTo(database.clock().instant().plusSeconds(60));
        assertThat(house.tryAt(next.get(1)))
                .isEqualTo(database.clock().instant().plusSeconds(120));
    }

    @Test
    void what_would_wait_too_long_is_held_so_that_somebody_looks_at_it() {
        open(LimitsBuilder.none().smsPerMinute(1));
        var messages = List.of(
                house.aMessage().planned(),
                house.aMessage()
                        .usefulUntil(database.clock().instant().plusSeconds(70))
                        .planned(),
                house.aMessage()
                        .usefulUntil(database.clock().instant().plusSeconds(80))
                        .planned(),
                house.aMessage()
                        .usefulUntil(database.clock().instant().plusSeconds(90))
                        .planned());

        house.drain();

        assertThat(messages.stream().map(house::state)).containsExactly(PLANNED, ACCEPTED, PLANNED, HELD);
        assertThat(house.column(messages.get(3), "reason_code")).isEqualTo("PER_MINUTE");
    }

    @Test
    void one_recipient_gets_only_so_many_a_day() {
        open(LimitsBuilder.none().smsPerRecipient(2));
        house.aMessage().planned();
        house.aMessage().planned();
        house.drain();

        var third = house.aMessage().planned();
        var another = house.aMessage().to("+4915198765432").planned();
        var staff = house.aMessage().toStaff().planned();
        house.drain();

        assertThat(house.column(third, "reason_code")).isEqualTo("PER_RECIPIENT");
        assertThat(house.state(another)).isEqualTo(ACCEPTED);
        assertThat(house.state(staff)).isEqualTo(ACCEPTED);
    }

    @Test
    void numbers_of_other_countries_are_held_where_only_some_are_allowed() {
        open(LimitsBuilder.none().smsPrefixes("+49", "+41"));
        guards.limit(ORGANIZATION, own(Optional.empty(), "+41", "+43"));
        database.inTransaction(() -> house.insertOrganization(OTHER));

        var german = house.aMessage().planned();
        var swiss = house.aMessage().to("+41791234567").planned();
        var austrian = house.aMessage().to("+436641234567").planned();
        var ofAnother = house.aMessage().of(OTHER).planned();
        house.drain();

        assertThat(List.of(house.state(german), house.state(swiss), house.state(austrian), house.state(ofAnother)))
                .containsExactly(HELD, ACCEPTED, HELD, ACCEPTED);
        assertThat(house.column(german, "reason_code")).isEqualTo("COUNTRY");
    }

    @Test
    void no_more_is_spent_a_day_than_is_allowed() {
        open(LimitsBuilder.none().spending(100, 150));
        var credit = new CreditFixture(database);
        credit.price("", 10);
        credit.purchase(ORGANIZATION, 100_000);

        guards.plan(ORGANIZATION, 7, 48);
        house.drain();
        assertThat(gateway.submissions()).hasSize(5);
        assertThat(guards.listHeld()).extracting(each -> each.guard()).containsExactly(Guard.SPEND_DAY);

        database.clock().advance(Duration.ofDays(1));
        guards.plan(ORGANIZATION, 7, 48);
        house.drain();
        assertThat(gateway.submissions()).hasSize(7);
        assertThat(guards.listHeld()).extracting(each -> each.guard()).contains(Guard.SPEND_MONTH);
    }

    @Test
    void what_exceeds_a_months_cap_is_held_until_the_next_month_has_room_again() {
        open(LimitsBuilder.none().spending(0, 100));
        var credit = new CreditFixture(database);
        credit.price("", 10);
        credit.purchase(ORGANIZATION, 100_000);

        guards.plan(ORGANIZATION, 7, 48);
        house.drain();
        assertThat(gateway.submissions()).hasSize(5);

        database.clock().advance(Duration.ofDays(20));
        guards.plan(ORGANIZATION, 1, 48);
        house.drain();
        assertThat(gateway.submissions()).as("in the same month").hasSize(5);
        assertThat(guards.listHeld()).extracting(each -> each.guard()).containsOnly(Guard.SPEND_MONTH);

        database.clock().advance(Duration.ofDays(10));
        guards.plan(ORGANIZATION, 7, 48);
        house.drain();
        assertThat(gateway.submissions()).as("in the next one").hasSize(10);
    }

    @Test
    void many_times_more_than_usual_is_held() {
        open(LimitsBuilder.none().usual(3, 5));
        guards.sent(ORGANIZATION, 1, 3);
        guards.sent(ORGANIZATION, 4, 5);
        guards.sent(ORGANIZATION, 15, 1000);

        var messages = guards.plan(ORGANIZATION, 20, 6);
        house.drain();

        assertThat(gateway.submissions()).hasSize(12);
        assertThat(house.reason(messages.get(19))).hasValue("far more text messages than usual today: more than 12");
    }

    @Test
    void who_sends_little_may_send_some_without_being_unusual() {
        open(LimitsBuilder.none().usual(3, 50));

        guards.plan(ORGANIZATION, 50, 6);
        house.drain();

        assertThat(gateway.submissions()).hasSize(50);
    }

    @Test
    void a_day_that_is_over_teaches_what_is_usual() {
        open(LimitsBuilder.none().usual(2, 10));
        guards.plan(ORGANIZATION, 10, 6);
        house.drain();
        database.clock().advance(Duration.ofDays(1));

        guards.plan(ORGANIZATION, 30, 6);
        house.drain();

        assertThat(gateway.submissions()).hasSize(30);
        assertThat(guards.count(ORGANIZATION, "HELD")).isEqualTo(10);
    }

    @Test
    void a_message_that_is_tried_again_counts_once() {
        open(LimitsBuilder.none().smsPerDay(2));
        var message = house.aMessage().planned();
        gateway.answers(sms -> SubmitResult.refused(RefusalReason.THROTTLED, "429", "busy"));
        house.drain();
        database.clock().advance(Duration.ofMinutes(5));
        house.drain();
        gateway.answers(sms -> SubmitResult.accepted("1"));
        database.clock().advance(Duration.ofMinutes(5));

        house.drain();
        var second = house.aMessage().to("+4915198765432").planned();
        house.drain();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.state(second)).isEqualTo(ACCEPTED);
    }

    @Test
    void what_the_server_itself_has_to_say_is_never_held() {
        open(LimitsBuilder.none().smsPerDay(1));

        guards.plan(0, 5, 6);
        house.drain();

        assertThat(gateway.submissions()).hasSize(5);
    }

    @Test
    void released_messages_go_out_at_once_and_are_held_no_more() {
        open(LimitsBuilder.none().smsPerDay(2));
        var messages = guards.plan(ORGANIZATION, 5, 6);
        house.drain();

        var released = guards.release(ORGANIZATION, Optional.of(Guard.PER_DAY));
        house.drain();

        assertThat(released).isEqualTo(3);
        assertThat(messages).allSatisfy(id -> assertThat(house.state(id)).isEqualTo(ACCEPTED));
        assertThat(house.history(messages.get(4))).startsWith("HELD", "PLANNED", "CLAIMED");
        assertThat(guards.listHeld()).isEmpty();
    }

    @Test
    void released_messages_count_so_that_the_next_one_is_held_again() {
        open(LimitsBuilder.none().smsPerDay(4));
        guards.plan(ORGANIZATION, 6, 48);
        house.drain();
        guards.release(ORGANIZATION, Optional.empty());
        house.drain();

        guards.limit(ORGANIZATION, own(Optional.of(6L)));
        guards.plan(ORGANIZATION, 1, 6);
        house.drain();

        assertThat(guards.count(ORGANIZATION, "HELD")).isEqualTo(1);
    }

    @Test
    void only_what_one_guard_holds_is_released_where_the_operator_says_so() {
        open(LimitsBuilder.none().smsPerDay(2).smsPrefixes("+49"));
        guards.plan(ORGANIZATION, 3, 6);
        house.aMessage().to("+41791234567").planned();
        house.drain();

        assertThat(guards.release(ORGANIZATION, Optional.of(Guard.PER_DAY))).isEqualTo(1);

        assertThat(guards.listHeld()).extracting(each -> each.guard()).containsExactly(Guard.COUNTRY);
    }

    @Test
    void dropped_messages_go_on_the_call_list_with_the_reason() {
        open(LimitsBuilder.none().smsPerDay(2));
        var messages = guards.plan(ORGANIZATION, 4, 6);
        house.drain();

        assertThat(guards.drop(ORGANIZATION, Optional.empty())).isEqualTo(2);

        assertThat(house.state(messages.get(3))).isEqualTo(SKIPPED);
        assertThat(house.reason(messages.get(3)))
                .hasValue("held back and not released: more than 2 text messages on one day");
        assertThat(house.callList()).containsExactly("HELD_BACK", "HELD_BACK");
    }

    @Test
    void what_nobody_releases_in_time_is_too_late_and_on_the_call_list() {
        open(LimitsBuilder.none().smsPerDay(2));
        var messages = guards.plan(ORGANIZATION, 4, 6);
        house.drain();
        database.clock().advance(Duration.ofHours(6));

        assertThat(guards.release(ORGANIZATION, Optional.empty())).isZero();
        guards.expire();

        assertThat(house.state(messages.get(3))).isEqualTo(TOO_LATE);
        assertThat(house.callList()).containsExactly("HELD_BACK", "HELD_BACK");
        assertThat(house.history(messages.get(3))).containsExactly("HELD", "TOO_LATE");
    }

    @Test
    void what_is_too_late_before_any_guard_looks_is_not_counted() {
        open(LimitsBuilder.none().smsPerDay(1));
        var late = house.aMessage().usefulUntil(database.clock().instant()).planned();
        house.drain();

        var useful = house.aMessage().planned();
        house.drain();

        assertThat(house.state(late)).isEqualTo(TOO_LATE);
        assertThat(house.state(useful)).isEqualTo(ACCEPTED);
    }

    @Test
    void more_messages_than_one_transaction_moves_are_released_by_one_press() {
        open(LimitsBuilder.none().smsPerDay(1));
        guards.plan(ORGANIZATION, 1201, 6);
        house.drain();

        assertThat(guards.release(ORGANIZATION, Optional.empty())).isEqualTo(1200);

        assertThat(guards.count(ORGANIZATION, "HELD")).isZero();
    }

    private static OwnLimits own(Optional<Long> smsPerDay, String... prefixes) {
        var none = OwnLimits.NONE;
        return new OwnLimits(
                new OwnVolume(Optional.empty(), smsPerDay, Optional.empty()),
                none.email(),
                none.spendPerDay(),
                none.spendPerMonth(),
                none.usualMultiple(),
                none.usualFloor(),
                List.of(prefixes));
    }
}
