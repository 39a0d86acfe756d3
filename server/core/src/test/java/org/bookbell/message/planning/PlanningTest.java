package org.bookbell.message.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bookbell.message.AppointmentFactsBuilder.ANNA;
import static org.bookbell.message.AppointmentFactsBuilder.BERLIN;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.ContactKind;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.OptOutSource;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.AppointmentFactsBuilder;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.storage.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final Actor DESK = Actor.member(7);

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);

    @BeforeEach
    void eva_has_agreed_to_text_messages() {
        fixture.addClient(practice, EVA.id());
        fixture.in(
                () -> fixture.consents.record(DESK, practice, EVA.id(), Channel.SMS, "I agree.", ConsentSource.DESK));
        fixture.in(() -> fixture.rules().addDefaults(DESK, practice));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_booking_is_confirmed_and_its_reminders_are_planned() {
        var facts = book(appointment());

        assertThat(fixture.ledgerOf(facts))
                .containsExactly(
                        "CONFIRMATION EMAIL CLIENT PLANNED 2026-11-02T08:00:00Z",
                        "CONFIRMATION EMAIL STAFF PLANNED 2026-11-02T08:00:00Z",
                        "REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z",
                        "REMINDER EMAIL STAFF PLANNED 2026-11-09T17:00:00Z",
                        "REMINDER SMS CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void what_is_due_at_once_is_told_to_the_dispatcher() {
        book(appointment());

        assertThat(fixture.due.fired())
                .singleElement()
                .satisfies(event -> assertThat(event.ids()).hasSize(2));
    }

    @Test
    void each_row_begins_with_an_event() {
        book(appointment());

        var events = fixture.in(() -> database.sql()
                .list(
                        "SELECT state, detail FROM message_event ORDER BY id",
                        row -> row.getText("state") + " " + row.getText("detail")));

        assertThat(events).hasSize(5).contains("PLANNED due at 2026-11-09T13:00:00Z");
    }

    @Test
    void a_rolled_back_booking_leaves_no_message() {
        var facts = fixture.exists(appointment().facts(), anna);

        assertThat(catchThrowable(() -> fixture.in(() -> {
                    fixture.planning.booked(facts);
                    throw new IllegalArgumentException("the card was refused");
                })))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(fixture.ledgerOf(facts)).isEmpty();
    }

    @Test
    void a_client_without_any_address_has_rows_with_the_reason_and_is_called_once() {
        var facts = book(appointment().telling(client(null, null), ANNA));

        assertThat(fixture.ledgerOf(facts))
                .contains(
                        "CONFIRMATION EMAIL CLIENT SKIPPED NO_ADDRESS",
                        "REMINDER EMAIL CLIENT SKIPPED NO_ADDRESS",
                        "REMINDER SMS CLIENT SKIPPED NO_ADDRESS");
        var calls = fixture.in(() -> fixture.calls.list(practice, 10));
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.about().kind().name()).isEqualTo("REMINDER");
            assertThat(call.why().code()).isEqualTo("NO_ADDRESS");
            assertThat(call.appointmentStart()).contains(facts.time().start());
        });
    }

    @Test
    void a_client_who_is_reached_over_one_channel_is_not_called() {
        book(appointment().telling(client("eva@example.org", null), ANNA));

        assertThat(fixture.in(() -> fixture.calls.count(practice))).isZero();
    }

    @Test
    void a_staff_member_without_an_address_is_no_call() {
        var silent = new Recipient(Audience.STAFF, ANNA.id(), "Anna", Locale.GERMANY, BERLIN, null, null);

        var facts = book(appointment().telling(EVA, silent));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL STAFF SKIPPED NO_ADDRESS");
        assertThat(fixture.in(() -> fixture.calls.count(practice))).isZero();
    }

    @Test
    void opt_outs_and_own_choices_are_obeyed() {
        fixture.in(() -> fixture.optOuts.add(DESK, practice, Channel.SMS, "+4915112345678", OptOutSource.values()[0]));
        fixture.in(() -> fixture.choices.choose(
                DESK,
                practice,
                ContactKind.CLIENT,
                EVA.id(),
                new OwnChoices(0, List.of(new ContactChoice("REMINDER", Channel.EMAIL, true, OptionalInt.of(48))))));

        var facts = book(appointment());

        assertThat(fixture.ledgerOf(facts))
                .contains(
                        "REMINDER SMS CLIENT SKIPPED OPTED_OUT", "REMINDER EMAIL CLIENT PLANNED 2026-11-08T13:00:00Z");
        assertThat(fixture.in(() -> fixture.calls.count(practice)))
                .as("reached by e-mail")
                .isZero();
    }

    @Test
    void who_opted_out_and_is_reached_by_nothing_else_is_called_once() {
        fixture.in(() -> fixture.optOuts.add(DESK, practice, Channel.SMS, "+4915112345678", OptOutSource.values()[0]));
        fixture.in(() -> fixture.optOuts.add(DESK, practice, Channel.EMAIL, "eva@example.org", OptOutSource.LINK));

        book(appointment().telling(client("eva@example.org", "+4915112345678"), ANNA));

        assertThat(fixture.in(() -> fixture.calls.list(practice, 10)))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.about().kind().name()).isEqualTo("REMINDER");
                    assertThat(call.why().code()).isEqualTo("OPTED_OUT");
                });
    }

    @Test
    void a_move_cancels_what_waits_and_plans_the_new_time() {
        var facts = book(appointment());
        database.clock().advance(Duration.ofHours(1));

        fixture.in(() -> fixture.planning.moved(
                appointment().moved(1).at("2026-11-12T09:00:00Z").facts()));

        assertThat(fixture.ledgerOf(facts))
                .containsExactly(
                        "CHANGE EMAIL CLIENT PLANNED 2026-11-02T09:00:00Z",
                        "CHANGE EMAIL STAFF PLANNED 2026-11-02T09:00:00Z",
                        "CONFIRMATION EMAIL CLIENT CANCELLED APPOINTMENT_MOVED",
                        "CONFIRMATION EMAIL STAFF CANCELLED APPOINTMENT_MOVED",
                        "REMINDER EMAIL CLIENT CANCELLED APPOINTMENT_MOVED",
                        "REMINDER EMAIL CLIENT PLANNED 2026-11-11T09:00:00Z",
                        "REMINDER EMAIL STAFF CANCELLED APPOINTMENT_MOVED",
                        "REMINDER EMAIL STAFF PLANNED 2026-11-11T17:00:00Z",
                        "REMINDER SMS CLIENT CANCELLED APPOINTMENT_MOVED",
                        "REMINDER SMS CLIENT PLANNED 2026-11-11T09:00:00Z");
    }

    @Test
    void a_move_back_to_the_first_time_plans_anew() {
        var facts = book(appointment());

        fixture.in(() -> fixture.planning.moved(
                appointment().moved(1).at("2026-11-12T09:00:00Z").facts()));
        fixture.in(() -> fixture.planning.moved(appointment().moved(2).facts()));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER SMS CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void what_is_on_the_socket_is_not_cancelled_but_what_is_claimed_is() {
        var facts = book(appointment());
        setState(facts, "CONFIRMATION", "SUBMITTING");
        setState(facts, "REMINDER", "CLAIMED");

        fixture.in(() -> fixture.planning.cancelled(facts, true));

        assertThat(fixture.ledgerOf(facts))
                .contains(
                        "CONFIRMATION EMAIL CLIENT SUBMITTING 2026-11-02T08:00:00Z",
                        "REMINDER SMS CLIENT CANCELLED APPOINTMENT_CANCELLED");
    }

    @Test
    void what_a_limit_holds_is_cancelled_with_the_appointment() {
        var facts = book(appointment());
        setState(facts, "CONFIRMATION", "HELD");

        fixture.in(() -> fixture.planning.cancelled(facts, true));

        assertThat(fixture.ledgerOf(facts)).contains("CONFIRMATION EMAIL CLIENT CANCELLED APPOINTMENT_CANCELLED");
    }

    @Test
    void a_cancellation_tells_staff_and_if_wished_the_client() {
        var facts = book(appointment());

        fixture.in(() -> fixture.planning.cancelled(facts, false));

        assertThat(fixture.ledgerOf(facts))
                .contains("CANCELLATION EMAIL STAFF PLANNED 2026-11-02T08:00:00Z")
                .noneMatch(row -> row.startsWith("CANCELLATION EMAIL CLIENT"))
                .noneMatch(row -> row.startsWith("REMINDER") && row.contains("PLANNED"));
    }

    @Test
    void a_cancelled_appointment_leaves_the_call_list_unless_the_client_must_hear_of_it() {
        var facts = book(appointment().telling(client(null, null), ANNA));

        fixture.in(() -> fixture.planning.cancelled(facts, true));

        assertThat(fixture.in(() -> fixture.calls.list(practice, 10)))
                .singleElement()
                .satisfies(call -> assertThat(call.about().kind().name()).isEqualTo("CANCELLATION"));
    }

    @Test
    void an_address_that_comes_later_revives_the_reminders_and_settles_the_call() {
        var facts = book(appointment().telling(client(null, null), ANNA));

        fixture.in(() -> fixture.planning.refreshed(
                appointment().telling(client("eva@example.org", null), ANNA).facts()));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
        assertThat(fixture.in(() -> fixture.calls.count(practice))).isZero();
    }

    @Test
    void new_facts_reach_waiting_rows_under_a_new_revision() {
        var facts = book(appointment());
        setState(facts, "CONFIRMATION", "ACCEPTED");

        fixture.in(() -> fixture.planning.refreshed(
                appointment().withNote("please ring twice").facts()));

        var revised = fixture.in(() -> database.sql()
                .list(
                        "SELECT kind FROM message WHERE revision = 1 AND facts LIKE '%ring twice%'",
                        row -> row.getText("kind")));
        assertThat(revised).containsExactly("REMINDER", "REMINDER", "REMINDER");
    }

    @Test
    void an_appointment_that_took_place_sends_nothing_more() {
        var facts = book(appointment());

        fixture.in(() -> fixture.planning.ended(facts.key().appointmentId(), "The client did not come."));

        assertThat(fixture.ledgerOf(facts)).noneMatch(row -> row.contains("PLANNED"));
        var reasons = fixture.in(
                () -> database.sql().list("SELECT DISTINCT reason FROM message", row -> row.getText("reason")));
        assertThat(reasons).containsExactly("The client did not come.");
    }

    @Test
    void the_appointment_of_another_organization_follows_its_own_rules() {
        var school = fixture.found("school");

        var facts = fixture.exists(
                appointment().of(school).forService(fixture.addService(school)).facts(), fixture.addStaff(school));
        fixture.in(() -> fixture.planning.booked(facts));

        assertThat(fixture.ledgerOf(facts)).noneMatch(row -> row.startsWith("REMINDER"));
    }

    private AppointmentFactsBuilder appointment() {
        return anAppointment().of(practice).forService(massage).withId(900);
    }

    private AppointmentFacts book(AppointmentFactsBuilder appointment) {
        var facts = fixture.exists(appointment.facts(), anna);
        fixture.in(() -> fixture.planning.booked(facts));
        return facts;
    }

    private void setState(AppointmentFacts facts, String kind, String state) {
        fixture.in(() -> database.sql()
                .update(
                        "UPDATE message SET state = ? WHERE appointment_id = ? AND kind = ?",
                        state,
                        facts.key().appointmentId(),
                        kind));
    }

    private static Recipient client(@Nullable String email, @Nullable String mobile) {
        return new Recipient(Audience.CLIENT, EVA.id(), EVA.name(), Locale.GERMANY, BERLIN, email, mobile);
    }
}
