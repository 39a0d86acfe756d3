package org.bookbell.message.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.message.AppointmentFactsBuilder.ANNA;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.TOKEN;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Actor DESK = Actor.member(7);

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final Ledger ledger = new Ledger(database.sql());
    private final CallList calls = fixture.calls;
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);
    private final List<AppointmentFacts> booked = new ArrayList<>();

    @BeforeEach
    void two_appointments() {
        fixture.in(() -> fixture.rules().addDefaults(DESK, practice));
        book(900, "2026-11-10T13:00:00Z");
        book(901, "2026-11-12T13:00:00Z");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pages_follow_one_another_without_gap_or_overlap() {
        var seen = new ArrayList<Long>();
        var after = Optional.<LedgerCursor>empty();
        for (var page = page(LedgerFilter.ALL, after); !page.isEmpty(); page = page(LedgerFilter.ALL, after)) {
            page.forEach(entry -> seen.add(entry.id()));
            after = Optional.of(page.get(page.size() - 1).cursor());
        }

        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void what_is_due_last_comes_first() {
        assertThat(page(LedgerFilter.ALL, Optional.empty()).get(0).window().dueAt())
                .isEqualTo("2026-11-11T17:00:00Z");
    }

    @Test
    void what_is_planned_is_listed_by_what_comes_next() {
        var all = in(() -> ledger.listPlanned(practice, Optional.empty(), 50));
        var first = in(() -> ledger.listPlanned(practice, Optional.empty(), 2));
        var rest =
                in(() -> ledger.listPlanned(practice, Optional.of(first.get(1).cursor()), 50));

        assertThat(all)
                .isNotEmpty()
                .allMatch(entry -> entry.status().state() == MessageState.PLANNED)
                .isSortedAccordingTo(
                        Comparator.comparing(entry -> entry.window().dueAt()));
        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, all.size()));
    }

    @Test
    void filters_narrow_by_state_appointment_client_and_channel() {
        var skippedTexts = new LedgerFilter(
                Set.of(MessageState.SKIPPED), Optional.of(901L), Optional.of(EVA.id()), Optional.of(Channel.SMS));

        assertThat(page(skippedTexts, Optional.empty())).singleElement().satisfies(entry -> {
            assertThat(entry.status().reasonCode()).contains("NO_CONSENT");
            assertThat(entry.to().address()).contains("+4915112345678");
            assertThat(entry.facts().to().name()).isEqualTo("Eva Lindner");
        });
        assertThat(page(LedgerFilter.ALL.in(MessageState.DELIVERED), Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_message_is_told_with_its_history() {
        var id = page(LedgerFilter.ALL, Optional.empty()).get(0).id();
        attemptAndReceiptOf(id);

        var history = in(() -> ledger.get(practice, id));

        assertThat(history.events())
                .singleElement()
                .satisfies(event -> assertThat(event.state()).isEqualTo(MessageState.PLANNED));
        assertThat(history.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.gateway()).isEqualTo("mail-main"));
        assertThat(history.receipts())
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.code()).contains("250"));
    }

    @Test
    void nothing_of_it_is_written_into_a_log_by_accident() {
        var entry = page(LedgerFilter.ALL.ofClient(EVA.id()), Optional.empty()).get(0);

        assertThat(entry + " " + entry.to() + " " + entry.facts()).doesNotContain("Eva", "eva@", TOKEN);
    }

    @Test
    void another_organization_sees_none_of_it() {
        var school = fixture.found("school");
        var id = page(LedgerFilter.ALL, Optional.empty()).get(0).id();

        assertThat(in(() -> ledger.list(school, LedgerFilter.ALL, Optional.empty(), 50)))
                .isEmpty();
        assertThat(in(() -> ledger.listOf(school, 900))).isEmpty();
        assertThat(in(() -> calls.list(school, 50))).isEmpty();
        assertThatThrownBy(() -> in(() -> ledger.get(school, id)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void states_are_counted() {
        assertThat(in(() -> ledger.countByState(practice)))
                .containsEntry(MessageState.PLANNED, 8L)
                .containsEntry(MessageState.SKIPPED, 2L);
    }

    @Test
    void the_earliest_appointment_is_called_first_and_is_handled_once() {
        var first = putOnCallList(900);
        putOnCallList(901);

        var open = in(() -> calls.list(practice, 10));
        assertThat(open)
                .extracting(call -> call.about().appointmentId())
                .containsExactly(Optional.of(900L), Optional.of(901L));
        in(() -> calls.handled(DESK, practice, open.get(0).id(), "left a word"));
        in(() -> calls.handled(Actor.member(8), practice, open.get(0).id(), "again"));

        assertThat(in(() -> calls.count(practice))).isEqualTo(1);
        assertThat(in(() -> calls.get(practice, open.get(0).id())).handled()).hasValueSatisfying(handled -> {
            assertThat(handled.by()).contains(7L);
            assertThat(handled.note()).contains("left a word");
        });
        assertThat(open.get(0).messageId()).isEqualTo(first);
    }

    @Test
    void a_message_is_on_the_call_list_once_and_not_when_it_arrived_after_all() {
        var id = putOnCallList(900);
        putOnCallList(900);
        assertThat(in(() -> calls.count(practice))).isEqualTo(1);

        in(() -> database.sql().update("UPDATE message SET state = 'DELIVERED' WHERE id = ?", id));

        assertThat(in(() -> calls.list(practice, 10))).isEmpty();
    }

    @Test
    void staff_who_were_not_told_are_on_the_list_too() {
        var toStaff = in(() -> ledger.listOf(practice, 900)).stream()
                .filter(entry -> entry.to().kind() == Audience.STAFF)
                .findFirst()
                .orElseThrow();

        in(() -> {
            calls.put(toStaff.id(), "UNDELIVERED", "the mailbox does not exist");
            return true;
        });

        assertThat(in(() -> calls.list(practice, 10)))
                .singleElement()
                .matches(CallListEntry::isForStaff)
                .matches(call -> call.contact().numbers().isEmpty());
    }

    @Test
    void nobody_is_called_about_an_appointment_that_does_not_take_place() {
        fixture.in(() -> fixture.planning.cancelled(booked.get(0), true));

        putOnCallList(900);

        assertThat(in(() -> calls.count(practice))).isZero();
    }

    @Test
    void what_went_out_before_a_cancellation_is_never_sent_again() {
        var reminder = in(() -> ledger.listOf(practice, 900)).stream()
                .filter(entry -> entry.kind() == MessageKind.REMINDER)
                .findFirst()
                .orElseThrow();
        in(() -> database.sql()
                .update("UPDATE message SET state = 'ACCEPTED', attempts = 1 WHERE id = ?", reminder.id()));

        fixture.in(() -> fixture.planning.cancelled(booked.get(0), true));

        var entry = in(() -> ledger.get(practice, reminder.id())).entry();
        assertThat(entry.status().state()).isEqualTo(MessageState.ACCEPTED);
        assertThat(entry.window().usefulUntil()).isEqualTo(database.clock().instant());
    }

    @Test
    void members_are_alerted_but_never_called() {
        var owner = new Recipient(Audience.MEMBER, 7, "Olga", EVA.locale(), EVA.zone(), "olga@example.org", null);
        var id = in(() -> fixture.alerts().tell(DESK, practice, owner, Channel.EMAIL, "Test", "It works."));

        in(() -> {
            calls.put(id, "UNDELIVERED", "the mailbox does not exist");
            return true;
        });

        assertThat(in(() -> calls.count(practice))).isZero();
    }

    @Test
    void what_was_handled_is_shown_with_who_did_so_while_it_is_recent() {
        putOnCallList(900);
        var id = in(() -> calls.list(practice, 10)).get(0).id();
        in(() -> calls.handled(DESK, practice, id, null));
        var now = database.clock().instant();

        assertThat(in(() -> calls.list(practice, 10))).isEmpty();
        assertThat(in(() -> calls.listHandled(practice, now.minusSeconds(60), 10)))
                .singleElement()
                .satisfies(call -> assertThat(call.handled().orElseThrow().at()).isEqualTo(now));
        assertThat(in(() -> calls.listHandled(practice, now.plusSeconds(1), 10)))
                .isEmpty();
    }

    @Test
    void an_alert_stands_in_the_ledger_without_an_appointment() {
        var owner = new Recipient(Audience.MEMBER, 7, "Olga", EVA.locale(), EVA.zone(), "olga@example.org", null);

        var id = in(() -> fixture.alerts().tell(DESK, practice, owner, Channel.EMAIL, "Test", "It works."));

        var entry = in(() -> ledger.get(practice, id)).entry();
        assertThat(entry.appointmentId()).isEmpty();
        assertThat(entry.status().state()).isEqualTo(MessageState.PLANNED);
        assertThat(fixture.due.fired().get(fixture.due.fired().size() - 1).ids())
                .containsExactly(id);
    }

    @Test
    void an_alert_needs_an_address() {
        assertThatThrownBy(() -> in(() -> fixture.alerts().tell(DESK, practice, ANNA, Channel.SMS, "Test", "x")))
                .hasMessageContaining("no mobile number");
    }

    private long putOnCallList(long appointmentId) {
        var id = in(() -> ledger.listOf(practice, appointmentId)).stream()
                .filter(entry -> entry.to().kind() == Audience.CLIENT)
                .findFirst()
                .orElseThrow()
                .id();
        in(() -> {
            calls.put(id, "UNDELIVERED", "the number is not in service");
            return true;
        });
        return id;
    }

    private void attemptAndReceiptOf(long messageId) {
        var now = database.clock().instant();
        in(() -> database.sql()
                .update(
                        "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at)"
                                + " VALUES (1, ?, 1, 'mail-main', 'ACCEPTED', ?)",
                        messageId,
                        now));
        in(() -> database.sql()
                .update(
                        "INSERT INTO receipt (id, fingerprint, gateway, attempt_id, state, received_at, code)"
                                + " VALUES (1, ?, 'mail-main', 1, 'DELIVERED', ?, '250')",
                        new byte[32],
                        now));
    }

    private void book(long id, String start) {
        AppointmentFacts facts = fixture.exists(
                anAppointment()
                        .of(practice)
                        .forService(massage)
                        .withId(id)
                        .at(start)
                        .facts(),
                anna);
        fixture.in(() -> fixture.planning.booked(facts));
        booked.add(facts);
    }

    private List<LedgerEntry> page(LedgerFilter filter, Optional<LedgerCursor> after) {
        return in(() -> ledger.list(practice, filter, after, 3));
    }

    private <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }
}
