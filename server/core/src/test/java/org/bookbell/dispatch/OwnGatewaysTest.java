package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.TOO_LATE;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.Ids;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two organizations with accounts of the same name with the same provider, and a gateway of the server's. */
class OwnGatewaysTest {

    private static final Actor OWNER = Actor.member(1);
    private static final long PRACTICE = DispatchHouse.ORGANIZATION;
    private static final long SCHOOL = 8;
    private static final SubmitResult REFUSED = SubmitResult.refused(RefusalReason.UNAVAILABLE, "503", "");

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private RecordingSmsGateway servers;
    private RecordingSmsGateway practices;
    private RecordingSmsGateway schools;

    @BeforeEach
    void open() {
        servers = house.gateway("main", 1);
        practices = house.gatewayOf(PRACTICE, "twilio");
        schools = house.gatewayOf(SCHOOL, "twilio");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_message_goes_over_the_account_of_its_own_organization() {
        var practice = sent(PRACTICE);
        var school = sent(SCHOOL);

        assertThat(house.attempts(practice)).containsExactly("practice-7.twilio ACCEPTED");
        assertThat(house.attempts(school)).containsExactly("practice-8.twilio ACCEPTED");
        assertThat(servers.submissions()).isEmpty();
    }

    @Test
    void what_its_own_account_refuses_goes_over_the_servers_and_never_over_anothers() {
        practices.answers(sms -> REFUSED);

        var message = sent(PRACTICE);

        assertThat(house.attempts(message)).containsExactly("practice-7.twilio REFUSED", "main ACCEPTED");
        assertThat(schools.submissions()).isEmpty();
    }

    @Test
    void an_e_mail_keeps_to_its_own_organization_too() {
        house.plugins().addLetters(0, "post");
        house.plugins().addLetters(PRACTICE, "post");
        house.plugins().addLetters(SCHOOL, "post");

        var practice = house.aMessage().byEmail().planned();
        house.drain();
        house.plugins().letters().answers(() -> REFUSED);
        var refused = house.aMessage().byEmail().planned();
        house.drain();

        assertThat(house.attempts(practice)).containsExactly("practice-7.post ACCEPTED");
        assertThat(house.attempts(refused)).contains("practice-7.post REFUSED", "post REFUSED");
        assertThat(house.plugins().letters().submissions("practice-8.post")).isEmpty();
    }

    @Test
    void after_a_silent_ban_of_its_own_account_messages_go_over_the_servers_and_probes_over_its_own() {
        deliver(100);
        var lost = send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(house.failing())
                .singleElement()
                .satisfies(told -> assertThat(told.gateway()).isEqualTo("practice-7.twilio"));
        assertThat(lost)
                .allSatisfy(message -> assertThat(house.attempts(message))
                        .containsExactly("practice-7.twilio SUSPECT", "main ACCEPTED"));

        int before = practices.submissions().size();
        send(45);

        assertThat(practices.submissions().size() - before).as("probes").isBetween(2, 4);
        assertThat(sent(SCHOOL))
                .satisfies(
                        message -> assertThat(house.attempts(message)).containsExactly("practice-8.twilio ACCEPTED"));
        assertThat(schools.submissions()).hasSize(1);
    }

    @Test
    void who_wants_only_its_own_waits_for_it_while_it_is_off_and_is_told_so_on_the_call_list() {
        useOwnOnly(PRACTICE, Channel.SMS);
        disable("practice-7.twilio");
        var message = house.aMessage().usefulUntil(inAnHour()).planned();

        house.drain();

        assertThat(house.state(message)).isEqualTo(PLANNED);
        assertThat(house.reason(message).orElseThrow())
                .isEqualTo("no SMS gateway of the organization's own is on; the server's are not used, as the"
                        + " organization decided");

        database.clock().advance(Duration.ofHours(1));
        house.drain();

        assertThat(house.state(message)).isEqualTo(TOO_LATE);
        assertThat(house.column(message, "reason_code")).isEqualTo("NO_OWN_GATEWAY");
        assertThat(house.callList()).containsExactly("NO_OWN_GATEWAY");
        assertThat(servers.submissions()).isEmpty();
    }

    @Test
    void who_wants_only_its_own_gets_nothing_over_the_servers_where_it_has_none() {
        database.inTransaction(() -> house.insertOrganization(9));
        useOwnOnly(9, Channel.SMS);

        var message = sent(9);

        assertThat(house.attempts(message)).isEmpty();
        assertThat(house.state(message)).isEqualTo(PLANNED);
    }

    @Test
    void who_wants_only_its_own_is_not_sent_again_by_the_servers_after_a_ban() {
        useOwnOnly(PRACTICE, Channel.SMS);
        deliver(100);
        var lost = send(15);

        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(lost)
                .allSatisfy(
                        message -> assertThat(house.attempts(message)).containsExactly("practice-7.twilio SUSPECT"));
        assertThat(house.callList()).hasSize(15).containsOnly("SUSPECT");
        assertThat(servers.submissions()).isEmpty();
    }

    @Test
    void the_choice_is_made_for_each_channel_and_may_be_undone() {
        house.plugins().addLetters(0, "post");
        useOwnOnly(PRACTICE, Channel.SMS);
        disable("practice-7.twilio");
        var email = house.aMessage().byEmail().planned();
        var sms = sent(PRACTICE);

        assertThat(house.attempts(email)).containsExactly("post ACCEPTED");
        assertThat(house.attempts(sms)).isEmpty();

        useOwnOnly(PRACTICE);
        database.clock().advance(Duration.ofMinutes(2));
        house.drain();

        assertThat(house.attempts(sms)).containsExactly("main ACCEPTED");
    }

    @Test
    void without_a_choice_the_servers_are_used_while_its_own_is_off() {
        disable("practice-7.twilio");

        assertThat(house.attempts(sent(PRACTICE))).containsExactly("main ACCEPTED");
        assertThat(house.state(sent(SCHOOL))).isEqualTo(ACCEPTED);
    }

    /** The one that nobody foresaw: refusals, silence, late and bad receipts, bans, and people who send again. */
    @Test
    void whatever_happens_nobody_sends_over_an_account_that_is_not_theirs() {
        var random = new Random(7);
        useOwnOnly(SCHOOL, Channel.SMS);
        for (var gateway : List.of(servers, practices, schools)) {
            // by turns: five failures in a row would end the account's part in this
            var turn = new AtomicInteger();
            gateway.answers(sms -> answer(turn.getAndIncrement() % 4, sms.attemptId()));
        }

        for (int round = 0; round < 30; round++) {
            IntStream.range(0, 4).forEach(i -> planned(i % 2 == 0 ? PRACTICE : SCHOOL));
            house.drain();
            report(random);
            database.clock().advance(Duration.ofMinutes(3));
            house.watch();
            house.update(
                    "UPDATE message SET state = 'PLANNED', try_at = ? WHERE state IN ('REFUSED', 'SUSPECT',"
                            + " 'UNDELIVERED', 'UNKNOWN') AND id IN (SELECT message_id FROM call_list)",
                    now());
            house.drain();
        }

        assertThat(count("SELECT COUNT(*) FROM attempt")).isGreaterThan(120);
        assertThat(count("SELECT COUNT(*) FROM attempt a JOIN message m ON m.id = a.message_id JOIN gateway g"
                        + " ON g.name = a.gateway WHERE g.organization_id NOT IN (0, m.organization_id)"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM attempt a JOIN message m ON m.id = a.message_id"
                        + " WHERE a.gateway = 'main' AND m.organization_id = " + SCHOOL))
                .isZero();
        assertThat(servers.submissions()).isNotEmpty();
    }

    private static SubmitResult answer(int which, String attempt) {
        return switch (which) {
            case 0 -> REFUSED;
            case 1 -> SubmitResult.refused(RefusalReason.INVALID_RECIPIENT, "404", "");
            case 2 -> SubmitResult.unclear("silence");
            default -> SubmitResult.accepted("p-" + attempt);
        };
    }

    /** Every gateway reports some of the attempts of all, its own or not. */
    private void report(Random random) {
        var attempts = database.inTransaction(
                () -> database.sql().list("SELECT id FROM attempt", row -> Ids.text(row.getLong("id"))));
        for (var gateway : List.of("main", "practice-7.twilio", "practice-8.twilio")) {
            var attempt = attempts.get(random.nextInt(attempts.size()));
            house.receive(gateway, receipt(attempt, random.nextBoolean() ? State.UNDELIVERED : State.DELIVERED));
        }
    }

    private List<Long> send(int messages) {
        var sent = house.plan(messages, () -> house.aMessage().of(PRACTICE));
        house.drain();
        return sent;
    }

    private void deliver(int messages) {
        var delivered = send(messages).stream()
                .map(message -> receipt(house.attemptOf(message, "practice-7.twilio"), State.DELIVERED))
                .toList();
        house.receive("practice-7.twilio", delivered);
        house.watch();
    }

    private static Receipt receipt(String attempt, State state) {
        return new Receipt(
                Optional.of(attempt),
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "raw");
    }

    private long planned(long organization) {
        return house.aMessage().of(organization).planned();
    }

    private long sent(long organization) {
        var message = planned(organization);
        house.drain();
        return message;
    }

    private void useOwnOnly(long organization, Channel... channels) {
        var chosen = EnumSet.noneOf(Channel.class);
        chosen.addAll(Set.of(channels));
        database.inTransaction(() -> house.fallBack().useOwnOnly(OWNER, organization, chosen));
        house.refreshRoutes();
    }

    private void disable(String gateway) {
        database.inTransaction(() -> house.plugins().gateways().disable(OWNER, gateway));
        house.plugins().open().refresh();
    }

    private Instant now() {
        return database.clock().instant();
    }

    private Instant inAnHour() {
        return now().plus(Duration.ofHours(1));
    }

    private long count(String question) {
        return database.inTransaction(() -> database.sql().count(question));
    }
}
