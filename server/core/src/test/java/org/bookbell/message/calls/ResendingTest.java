package org.bookbell.message.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.calls.CallFixture.DESK;

import java.time.Instant;
import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.client.FailingAddress;
import org.bookbell.client.choice.OptOutSource;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResendingTest {

    private static final Instant START = Instant.parse("2026-11-10T13:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final CallFixture fixture = CallFixture.on(database);
    private final Resending resending = new Resending(
            database.sql(),
            database.ids(),
            database.clock(),
            database.audit(),
            fixture.planning.calls,
            new Obstacles(fixture.planning.optOuts, fixture.planning.consents, fixture.planning.failing),
            fixture.planning.due);
    private long message;

    @BeforeEach
    void a_reminder_failed() {
        fixture.book(900, START.toString());
        database.clock().moveTo(Instant.parse("2026-11-09T13:05:00Z"));
        message = fixture.fail(900, Channel.SMS, "BLOCKED");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void over_its_own_channel_the_same_row_goes_out_again() {
        var sent = resend(Channel.SMS, false);

        assertThat(sent.outcome()).isEqualTo(ResendOutcome.PLANNED);
        assertThat(sent.messageId()).contains(message);
        var entry = fixture.reminder(900, Channel.SMS);
        assertThat(entry.status().state()).isEqualTo(MessageState.PLANNED);
        assertThat(entry.status().tryAt()).isEqualTo(database.clock().instant());
        assertThat(entry.window().usefulUntil()).isEqualTo("2026-11-10T11:00:00Z");
        var due = fixture.planning.due.fired();
        assertThat(due.get(due.size() - 1).ids()).containsExactly(message);
    }

    @Test
    void over_an_address_that_is_marked_nothing_goes_out() {
        fixture.planning.in(() -> {
            for (var address : List.of("eva@example.org", "+4915112345678")) {
                var mark = new FailingAddress(address, database.clock().instant(), "INVALID_RECIPIENT");
                fixture.planning.failing.mark(fixture.practice, EVA.id(), mark);
            }
            return true;
        });

        assertThat(resend(Channel.EMAIL, false).outcome()).isEqualTo(ResendOutcome.EMAIL_FAILS);
        assertThat(resend(Channel.SMS, false).outcome()).isEqualTo(ResendOutcome.NUMBER_FAILS);
    }

    @Test
    void over_the_other_channel_a_row_of_its_own_goes_out() {
        var sent = resend(Channel.EMAIL, false);

        assertThat(sent.outcome()).isEqualTo(ResendOutcome.PLANNED);
        var copy = fixture.reminders(900, Channel.EMAIL).stream()
                .filter(entry -> entry.id() == sent.messageId().orElseThrow())
                .findFirst()
                .orElseThrow();
        assertThat(copy.to().address()).contains("eva@example.org");
        assertThat(copy.facts().toJson())
                .isEqualTo(fixture.reminder(900, Channel.SMS).facts().toJson());
        assertThat(fixture.planning
                        .in(() -> fixture.ledger.get(fixture.practice, copy.id()))
                        .events())
                .hasSize(1);
    }

    @Test
    void the_call_stays_on_the_list_until_the_message_arrives() {
        var copy = resend(Channel.EMAIL, false).messageId().orElseThrow();

        assertThat(theCall().resends())
                .singleElement()
                .satisfies(resend -> assertThat(resend.messageId()).isEqualTo(copy));
        fixture.becomes(copy, "DELIVERED", null);

        assertThat(calls()).isEmpty();
        assertThat(fixture.planning.in(() -> fixture.planning.calls.count(fixture.practice)))
                .isZero();
    }

    @Test
    void a_resend_that_fails_makes_no_second_call() {
        var copy = resend(Channel.EMAIL, false).messageId().orElseThrow();

        fixture.becomes(copy, "REFUSED", "BLOCKED");
        fixture.planning.in(() -> fixture.planning.calls.put(copy, "BLOCKED", "refused"));

        assertThat(calls()).hasSize(1);
        assertThat(resend(Channel.EMAIL, false).messageId()).contains(copy);
        assertThat(theCall().resends()).hasSize(2);
    }

    @Test
    void what_is_on_its_way_is_not_sent_twice() {
        resend(Channel.EMAIL, false);

        assertThat(resend(Channel.EMAIL, false).outcome()).isEqualTo(ResendOutcome.UNDER_WAY);
        assertThat(resend(Channel.SMS, false).outcome()).isEqualTo(ResendOutcome.UNDER_WAY);
    }

    @Test
    void an_opt_out_is_obeyed() {
        fixture.planning.in(() -> fixture.planning.optOuts.add(
                DESK, fixture.practice, Channel.EMAIL, "eva@example.org", OptOutSource.REPLY));

        assertThat(resend(Channel.EMAIL, true).outcome()).isEqualTo(ResendOutcome.OPTED_OUT);
    }

    @Test
    void a_person_may_extend_how_long_it_is_useful_until_the_appointment_begins() {
        database.clock().moveTo(START.minusSeconds(3600));

        assertThat(resend(Channel.EMAIL, false).outcome()).isEqualTo(ResendOutcome.TOO_LATE);
        assertThat(resend(Channel.SMS, true).outcome()).isEqualTo(ResendOutcome.PLANNED);
        assertThat(fixture.reminder(900, Channel.SMS).window().usefulUntil()).isEqualTo(START);
    }

    @Test
    void nothing_is_sent_once_the_appointment_has_begun() {
        database.clock().moveTo(START);

        assertThat(resend(Channel.SMS, true).outcome()).isEqualTo(ResendOutcome.BEGUN);
    }

    @Test
    void the_address_of_today_counts() {
        fixture.planning.in(
                () -> database.sql().update("UPDATE client SET mobile = '+4915199999999' WHERE id = ?", EVA.id()));

        resend(Channel.SMS, false);

        assertThat(fixture.reminder(900, Channel.SMS).to().address()).contains("+4915199999999");
    }

    @Test
    void what_was_handled_and_what_is_elsewhere_stays_as_it_is() {
        var call = theCall().id();
        var school = fixture.planning.found("school");
        var foreign = fixture.planning.in(() -> resending.resend(DESK, school, List.of(call), Channel.SMS, false));
        assertThat(foreign)
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isEqualTo(ResendOutcome.NOT_ON_LIST));

        fixture.planning.in(() -> fixture.planning.calls.handled(DESK, fixture.practice, call, null));

        var handled =
                fixture.planning.in(() -> resending.resend(DESK, fixture.practice, List.of(call), Channel.SMS, false));
        assertThat(handled)
                .singleElement()
                .satisfies(each -> assertThat(each.outcome()).isEqualTo(ResendOutcome.HANDLED));
    }

    @Test
    void planning_leaves_a_resend_alone_until_the_appointment_is_cancelled() {
        var copy = resend(Channel.EMAIL, false).messageId().orElseThrow();

        fixture.planning.in(() -> fixture.planning.rules().addDefaults(DESK, fixture.practice));
        assertThat(stateOf(copy)).isEqualTo(MessageState.PLANNED);

        fixture.planning.in(() -> fixture.planning.planning.ended(900, "it took place"));
        assertThat(stateOf(copy)).isEqualTo(MessageState.CANCELLED);
    }

    private MessageState stateOf(long id) {
        return fixture.planning
                .in(() -> fixture.ledger.get(fixture.practice, id))
                .entry()
                .status()
                .state();
    }

    private Resent resend(Channel channel, boolean untilStart) {
        var call = theCall().id();
        return fixture.planning
                .in(() -> resending.resend(DESK, fixture.practice, List.of(call), channel, untilStart))
                .get(0);
    }

    private CallListEntry theCall() {
        return calls().get(0);
    }

    private List<CallListEntry> calls() {
        return fixture.planning.in(() -> fixture.planning.calls.list(fixture.practice, 10));
    }
}
