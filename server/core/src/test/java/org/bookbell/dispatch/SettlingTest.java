package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.dispatch.DispatchHouse.ORGANIZATION;
import static org.bookbell.message.MessageState.DELIVERED;
import static org.bookbell.spi.gateway.SubmitResult.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.credit.BalanceLow;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each message has one segment, for which 20 are set aside and 10 charged. */
class SettlingTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final CreditFixture credit = new CreditFixture(database);
    private RecordingSmsGateway gateway;

    @BeforeEach
    void open_the_gateway() {
        gateway = house.gateway("main", 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_delivered_message_is_charged_by_its_segments() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();

        credit.receive(house, message, 1, State.DELIVERED);
        house.settling().run();

        assertThat(credit.entries(ORGANIZATION))
                .containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20", "CHARGE -10");
        assertThat(credit.account(ORGANIZATION).balance()).isEqualTo(90);
        assertThat(credit.account(ORGANIZATION).reserved()).isZero();
    }

    @Test
    void an_undelivered_message_costs_nothing() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();

        credit.receive(house, message, 1, State.UNDELIVERED);
        house.settling().run();

        assertThat(credit.entries(ORGANIZATION)).containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20");
    }

    @Test
    void a_message_of_which_nobody_knows_is_charged_and_refunded_when_it_proves_undelivered() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();

        credit.receive(house, message, 1, State.UNKNOWN);
        house.settling().run();
        credit.receive(house, message, 1, State.UNDELIVERED);
        house.settling().run();

        assertThat(credit.entries(ORGANIZATION))
                .containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20", "CHARGE -10", "REFUND 10");
    }

    @Test
    void a_message_that_a_gateway_without_receipts_took_is_charged() {
        gateway.isNot(Ability.RECEIPTS);
        house.plugins().open().refresh();
        price();
        credit.purchase(ORGANIZATION, 100);

        sent();
        house.settling().run();

        assertThat(credit.account(ORGANIZATION).balance()).isEqualTo(90);
    }

    @Test
    void of_two_attempts_only_the_delivered_one_is_charged() {
        house.gateway("second", 2);
        gateway.answers(sms -> refused(RefusalReason.UNAVAILABLE, "", "busy"));
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();

        credit.receive(house, message, 2, State.DELIVERED);
        house.settling().run();

        assertThat(house.attempts(message)).containsExactly("main REFUSED", "second DELIVERED");
        assertThat(credit.entries(ORGANIZATION))
                .containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20", "CHARGE -10");
    }

    @Test
    void what_was_charged_inside_a_backdated_window_is_refunded_once() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();
        credit.receive(house, message, 1, State.DELIVERED);
        house.settling().run();
        var before = database.clock().instant().minusSeconds(60);
        database.clock().advance(Duration.ofHours(1));

        var window = credit.window(Optional.of("main"), before, Optional.empty());
        house.settling().run();
        credit.end(window, before.plusSeconds(1));
        house.settling().run();

        assertThat(credit.entries(ORGANIZATION))
                .containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20", "CHARGE -10", "REFUND 10");
        assertThat(credit.list(ORGANIZATION).get(4).noCharge()).isTrue();
    }

    @Test
    void fail_over_opens_one_window_for_a_gateway_however_often_it_says_so() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var from = database.clock().instant();

        credit.openWindow("main", from);
        credit.openWindow("main", from.minusSeconds(60));
        var message = sent();
        credit.receive(house, message, 1, State.DELIVERED);
        house.settling().run();
        database.clock().advance(Duration.ofMinutes(3));
        credit.closeWindow("main", database.clock().instant());
        house.settling().run();

        assertThat(credit.count("SELECT COUNT(*) FROM no_charge_window")).isEqualTo(1);
        assertThat(credit.count("SELECT COUNT(*) FROM no_charge_window WHERE swept = FALSE"))
                .isZero();
        assertThat(credit.entries(ORGANIZATION))
                .containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20", "REFUND 0");
    }

    @Test
    void a_cancelled_message_gives_back_what_was_set_aside() {
        gateway.answers(sms -> refused(RefusalReason.UNAVAILABLE, "", "busy"));
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();

        house.update("UPDATE message SET state = 'CANCELLED' WHERE id = ?", message);
        house.settling().run();

        assertThat(credit.entries(ORGANIZATION)).containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20");
    }

    @Test
    void a_low_balance_is_told_once_and_again_after_it_rose() {
        price();
        credit.purchase(ORGANIZATION, 100);
        credit.lowBelow(ORGANIZATION, 90);
        sent();
        house.settling().run();
        sent();
        house.settling().run();

        assertThat(house.lowBalances()).containsExactly(new BalanceLow(ORGANIZATION, 80, 90));

        credit.purchase(ORGANIZATION, 35);
        sent();
        house.settling().run();

        assertThat(house.lowBalances()).hasSize(2);
    }

    @Test
    void numbers_and_balances_of_the_entries_follow_each_other() {
        price();
        credit.purchase(ORGANIZATION, 100);
        credit.receive(house, sent(), 1, State.DELIVERED);
        house.settling().run();

        var entries = credit.list(ORGANIZATION);

        assertThat(entries.stream().map(each -> List.of(each.number(), each.balance())))
                .containsExactly(List.of(1L, 100L), List.of(2L, 80L), List.of(3L, 100L), List.of(4L, 90L));
    }

    @Test
    void a_message_keeps_the_price_that_held_when_it_was_sent() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var message = sent();

        credit.price("", 70);
        credit.receive(house, message, 1, State.DELIVERED);
        house.settling().run();

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(credit.account(ORGANIZATION).balance()).isEqualTo(90);
    }

    @Test
    void nodes_that_settle_at_once_settle_each_message_once() throws Exception {
        price();
        credit.purchase(ORGANIZATION, 10_000);
        var messages =
                IntStream.range(0, 60).mapToObj(i -> house.aMessage().planned()).toList();
        house.drain();
        messages.forEach(message -> credit.receive(house, message, 1, State.DELIVERED));
        var settling = IntStream.range(0, 4).mapToObj(i -> house.settling()).toList();

        for (var done :
                settling.stream().map(each -> house.threads().submit(each::run)).toList()) {
            done.get();
        }

        assertThat(credit.account(ORGANIZATION).balance()).isEqualTo(10_000 - 60 * 10);
        assertThat(credit.account(ORGANIZATION).reserved()).isZero();
        assertThat(credit.list(ORGANIZATION)).hasSize(1 + 3 * 60);
        assertThat(credit.count("SELECT COUNT(*) FROM message WHERE unsettled = 1"))
                .isZero();
    }

    @Test
    void one_message_that_cannot_be_settled_keeps_no_other_from_it() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var broken = sent();
        credit.receive(house, broken, 1, State.DELIVERED);
        house.update("UPDATE credit_bill SET organization_id = 0 WHERE message_id = ?", broken);
        var whole = sent();
        credit.receive(house, whole, 1, State.DELIVERED);

        house.settling().run();

        assertThat(credit.count("SELECT COUNT(*) FROM message WHERE unsettled = 1"))
                .isEqualTo(1);
        assertThat(credit.account(ORGANIZATION).reserved()).isEqualTo(20);
    }

    private void price() {
        credit.price("+49", 10);
    }

    private long sent() {
        var message = house.aMessage().planned();
        house.drain();
        return message;
    }
}
