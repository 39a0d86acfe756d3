package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.dispatch.DispatchHouse.ORGANIZATION;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.SKIPPED;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.client.Channel;
import org.bookbell.credit.AtZero;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each message has one segment, for which 20 are set aside and 10 charged. */
class PaidDispatchTest {

    private static final long OTHER = 8;

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
    void without_a_price_everything_goes_and_nothing_is_written() {
        var message = sent();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(credit.count("SELECT COUNT(*) FROM credit_entry")).isZero();
        assertThat(credit.count("SELECT COUNT(*) FROM credit_bill")).isZero();
        assertThat(credit.count("SELECT COUNT(*) FROM message WHERE billed_state IS NOT NULL"))
                .isZero();
    }

    @Test
    void credit_is_set_aside_before_a_message_is_sent() {
        price();
        credit.purchase(ORGANIZATION, 100);

        sent();

        assertThat(credit.entries(ORGANIZATION)).containsExactly("PURCHASE 100", "RESERVE -20");
        assertThat(credit.account(ORGANIZATION).balance()).isEqualTo(80);
        assertThat(credit.account(ORGANIZATION).reserved()).isEqualTo(20);
    }

    @Test
    void without_credit_a_client_with_an_address_is_told_by_e_mail() {
        price();
        anEmail();

        var message = sent();

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(SKIPPED);
        assertThat(house.column(message, "reason_code")).isEqualTo("NO_CREDIT");
        assertThat(mails()).containsExactly("ann@example.org PLANNED");
        assertThat(house.callList()).isEmpty();
        assertThat(house.history(message)).contains("SKIPPED");
    }

    @Test
    void without_credit_and_address_a_client_goes_on_the_call_list() {
        price();

        var message = sent();

        assertThat(house.state(message)).isEqualTo(SKIPPED);
        assertThat(mails()).isEmpty();
        assertThat(house.callList()).containsExactly("NO_CREDIT");
    }

    @Test
    void who_wants_no_e_mail_gets_none_instead() {
        price();
        anEmail();
        house.optOut("ann@example.org", Channel.EMAIL);

        sent();

        assertThat(mails()).isEmpty();
        assertThat(house.callList()).containsExactly("NO_CREDIT");
    }

    @Test
    void an_organization_may_prefer_the_call_list() {
        price();
        anEmail();
        credit.atZero(ORGANIZATION, AtZero.CALL_LIST);

        sent();

        assertThat(mails()).isEmpty();
        assertThat(house.callList()).containsExactly("NO_CREDIT");
    }

    @Test
    void credit_for_some_messages_sends_those_and_no_more() {
        price();
        credit.purchase(ORGANIZATION, 50);
        var messages =
                IntStream.range(0, 5).mapToObj(i -> house.aMessage().planned()).toList();

        house.drain();

        assertThat(messages.stream().map(house::state).toList())
                .containsExactly(ACCEPTED, ACCEPTED, SKIPPED, SKIPPED, SKIPPED);
        assertThat(credit.account(ORGANIZATION).balance()).isEqualTo(10);
    }

    @Test
    void an_organization_without_credit_holds_up_no_other() {
        database.inTransaction(() -> house.insertOrganization(OTHER));
        price();
        credit.purchase(OTHER, 100);
        var poor = house.aMessage().planned();
        var rich = house.aMessage().of(OTHER).planned();

        house.drain();

        assertThat(house.state(poor)).isEqualTo(SKIPPED);
        assertThat(house.state(rich)).isEqualTo(ACCEPTED);
        assertThat(credit.entries(OTHER)).containsExactly("PURCHASE 100", "RESERVE -20");
    }

    @Test
    void over_an_account_of_its_own_an_organization_sends_without_credit() {
        price();
        house.gatewayOf(ORGANIZATION, "own");

        var message = sent();
        credit.receive(house, message, 1, State.DELIVERED);
        house.settling().run();

        assertThat(house.attempts(message)).containsExactly("practice-7.own DELIVERED");
        assertThat(credit.entries(ORGANIZATION)).isEmpty();
        assertThat(gateway.submissions()).isEmpty();
    }

    @Test
    void what_falls_back_to_the_servers_gateway_is_paid_for() {
        price();
        credit.purchase(ORGANIZATION, 100);
        var own = house.gatewayOf(ORGANIZATION, "own");
        own.answers(sms -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "503", ""));

        var message = sent();
        credit.receive(house, message, 2, State.DELIVERED);
        house.settling().run();

        assertThat(house.attempts(message)).containsExactly("practice-7.own REFUSED", "main DELIVERED");
        assertThat(credit.entries(ORGANIZATION))
                .containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20", "CHARGE -10");
    }

    @Test
    void what_was_set_aside_is_released_when_its_own_account_brings_the_message_after_all() {
        price();
        credit.purchase(ORGANIZATION, 100);
        gateway.answers(sms -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "503", ""));
        var message = sent();
        assertThat(credit.account(ORGANIZATION).reserved()).isEqualTo(20);

        house.gatewayOf(ORGANIZATION, "own");
        database.clock().advance(Duration.ofMinutes(1));
        house.drain();
        credit.receive(house, message, 2, State.DELIVERED);
        house.settling().run();

        assertThat(house.attempts(message)).containsExactly("main REFUSED", "practice-7.own DELIVERED");
        assertThat(credit.entries(ORGANIZATION)).containsExactly("PURCHASE 100", "RESERVE -20", "RELEASE 20");
    }

    private void price() {
        credit.price("+49", 10);
    }

    private void anEmail() {
        house.update(
                "INSERT INTO client (id, organization_id, name, email, locale, zone, search_text, created_at, version)"
                        + " VALUES (1, ?, 'Ann', 'ann@example.org', 'en', 'Europe/Berlin', '', ?, 0)",
                ORGANIZATION,
                database.clock().instant());
    }

    private long sent() {
        var message = house.aMessage().planned();
        house.drain();
        return message;
    }

    private List<String> mails() {
        return database.inTransaction(() -> database.sql()
                .list(
                        "SELECT address, state FROM message WHERE channel = 'EMAIL'",
                        row -> row.getText("address") + " " + row.getText("state")));
    }
}
