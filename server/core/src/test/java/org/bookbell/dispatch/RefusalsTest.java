package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.failover.RefusingGateway;
import org.bookbell.message.MessageState;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main gateway takes no messages; what becomes of them does not tell it, since another gateway takes them. */
class RefusalsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private RecordingSmsGateway main;

    @BeforeEach
    void open() {
        main = house.gateway("main", 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_gateway_that_refuses_all_while_another_one_takes_it_is_told_until_it_takes_a_message() {
        var second = house.gateway("second", 2);
        refuse(RefusalReason.ACCOUNT, 5);
        house.watch();

        assertThat(house.refusing()).singleElement().satisfies(told -> {
            assertThat(told.gateway()).isEqualTo("main");
            assertThat(told.code()).isEqualTo("ACCOUNT");
        });
        assertThat(second.submissions()).hasSize(5);
        assertThat(house.failing()).as("nothing is in doubt").isEmpty();
        assertThat(house.freeOfCharge()).isEmpty();

        database.clock().advance(Duration.ofHours(2));
        house.watch();
        assertThat(house.refusing()).as("while nobody sends").hasSize(1);

        main.answers(sms -> SubmitResult.accepted("p-" + sms.attemptId()));
        var taken = house.aMessage().planned();
        house.drain();
        assertThat(house.attempts(taken)).containsExactly("main ACCEPTED");
        house.watch();
        assertThat(house.refusing()).isEmpty();
    }

    @Test
    void a_few_refusals_are_nothing_to_tell() {
        house.gateway("second", 2);
        refuse(RefusalReason.UNAVAILABLE, 4);

        house.watch();

        assertThat(house.refusing()).isEmpty();
    }

    @Test
    void what_is_wrong_with_messages_says_nothing_of_the_gateway() {
        house.gateway("second", 2);
        refuse(RefusalReason.INVALID_RECIPIENT, 10);

        house.watch();

        assertThat(house.refusing()).isEmpty();
    }

    @Test
    void one_that_takes_some_does_not_refuse() {
        house.gateway("second", 2);
        house.aMessage().planned();
        house.drain();
        refuse(RefusalReason.UNAVAILABLE, 5);

        house.watch();
        assertThat(house.refusing()).isEmpty();

        database.clock().advance(Duration.ofMinutes(4));
        refuse(RefusalReason.UNAVAILABLE, 5);
        database.clock().advance(Duration.ofMinutes(2));
        house.watch();
        assertThat(house.refusing())
                .as("five minutes after it took the last one")
                .hasSize(1);
    }

    @Test
    void where_no_other_gateway_takes_messages_the_watchdog_tells_and_nobody_else() {
        refuse(RefusalReason.UNAVAILABLE, 6);

        house.watch();

        assertThat(house.refusing()).isEmpty();
    }

    @Test
    void a_gateway_that_never_answers_is_told_too() {
        house.gateway("second", 2);
        main.answers(sms -> SubmitResult.unclear("no answer"));
        send(5);

        house.watch();

        assertThat(house.refusing()).extracting(RefusingGateway::code).containsExactly("UNCLEAR");
    }

    @Test
    void a_gateway_that_cannot_be_opened_is_told_until_it_can() {
        house.gateway("second", 2);
        house.update("UPDATE gateway SET settings = 'nobody can read this', version = version + 1 WHERE name = 'main'");
        house.plugins().open().refresh();

        house.watch();

        assertThat(house.refusing()).extracting(RefusingGateway::code).containsExactly(RefusingGateway.CLOSED);

        database.inTransaction(() -> house.plugins().gateways().disable(Actor.system(), "main"));
        house.plugins().open().refresh();
        house.watch();

        assertThat(house.refusing()).as("once it is switched off").isEmpty();
    }

    @Test
    void refusals_over_an_organizations_own_gateway_are_its_own_affair() {
        var own = house.gatewayOf(DispatchHouse.ORGANIZATION, "own");
        own.answers(sms -> SubmitResult.refused(RefusalReason.ACCOUNT, "", ""));
        send(5);

        house.watch();

        assertThat(house.refusing()).isEmpty();
    }

    /** So many messages, with one between them that spares the circuit breaker: the gateway is asked each time. */
    private void refuse(RefusalReason reason, int count) {
        var refused = SubmitResult.refused(reason, "", "");
        var invalid = SubmitResult.refused(RefusalReason.INVALID_RECIPIENT, "", "");
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                main.answers(sms -> invalid);
                var none = house.aMessage().planned();
                house.drain();
                assertThat(house.state(none)).isEqualTo(MessageState.REFUSED);
            }
            main.answers(sms -> refused);
            send(1);
        }
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            house.aMessage().planned();
        }
        house.drain();
    }
}
