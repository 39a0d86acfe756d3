package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.dispatch.DispatchHouse.ORGANIZATION;
import static org.bookbell.message.MessageState.ACCEPTED;

import java.util.Optional;
import java.util.function.IntFunction;
import org.bookbell.booking.limit.BookingLimits;
import org.bookbell.booking.limit.LimitsHouse;
import org.bookbell.booking.limit.Visitor;
import org.bookbell.dispatch.guard.LimitsBuilder;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody books again and again to have text messages sent. */
abstract class Flood {

    private static final long OTHER = 8;

    private final int bookings;
    private final int mostADay;
    private final TestDatabase database = TestDatabase.h2();
    private final BookingLimits limits = LimitsHouse.on(database);
    private final DispatchHouse house;
    private final GuardFixture guards;
    private RecordingSmsGateway gateway;

    Flood(int bookings) {
        this.bookings = bookings;
        this.mostADay = bookings / 10;
        var limited = LimitsBuilder.none().smsPerDay(mostADay).built();
        this.house = new DispatchHouse(database, limited);
        this.guards = new GuardFixture(database, limited);
    }

    @BeforeEach
    void open_the_gateway() {
        gateway = house.gateway("main", 1);
        database.inTransaction(() -> house.insertOrganization(OTHER));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void from_one_address_they_send_no_more_than_the_cap_and_a_normal_client_is_served() {
        flood(i -> new Visitor(
                ORGANIZATION, "DE", Optional.of("10.0.0.1"), Optional.of(number(i * 7919)), Optional.empty()));

        assertThat(gateway.submissions()).hasSize(60);
        assertThatANormalClientIsServed();
    }

    @Test
    void to_one_prefix_they_send_no_more_than_the_cap_and_a_normal_client_is_served() {
        flood(i -> new Visitor(ORGANIZATION, "DE", Optional.of("10." + i), Optional.of(number(i)), Optional.empty()));

        assertThat(gateway.submissions()).hasSize(20);
        assertThatANormalClientIsServed();
    }

    /** Where bookings come by a way that nobody limits, the organization's own limits stop them. */
    @Test
    void past_all_limits_of_bookings_an_organization_sends_no_more_than_it_may_and_others_are_served() {
        guards.plan(ORGANIZATION, bookings, 6);
        var normal = guards.plan(OTHER, 5, 6);

        house.drain();

        assertThat(gateway.submissions()).hasSize(mostADay + 5);
        assertThat(normal).allSatisfy(id -> assertThat(house.state(id)).isEqualTo(ACCEPTED));
        assertThat(guards.count(ORGANIZATION, "HELD")).isEqualTo(bookings - mostADay);
    }

    private void flood(IntFunction<Visitor> who) {
        for (int i = 0; i < bookings; i++) {
            book(who.apply(i));
        }
        house.drain();
    }

    private void book(Visitor visitor) {
        try {
            limits.admit(visitor);
            house.aMessage().to(visitor.mobile().orElseThrow()).planned();
        } catch (ProblemException refused) {
            assertThat(refused.retryAfter()).isPresent();
        }
    }

    private void assertThatANormalClientIsServed() {
        var mobile = "+4917012345678";
        limits.admit(new Visitor(
                ORGANIZATION, "DE", Optional.of("10.99.0.1"), Optional.of(mobile), Optional.of("anna@example.org")));
        var message = house.aMessage().to(mobile).planned();
        house.drain();
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
    }

    private static String number(int i) {
        return "+49151" + (20_000_000 + i % 70_000_000);
    }
}
