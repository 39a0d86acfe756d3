package org.bookbell.message.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.util.Map;
import org.bookbell.audit.Actor;
import org.bookbell.message.MessageState;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final Reminders reminders = new Reminders(database.sql());
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);

    @BeforeEach
    void one_appointment_and_what_it_owes() {
        fixture.in(() -> fixture.rules().addDefaults(Actor.member(7), practice));
        book(900);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_reminder_that_waits_is_planned() {
        assertThat(stateOf(900, 0)).isEqualTo(ReminderState.PLANNED);
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMED, PLANNED",
        "HELD, PLANNED",
        "SUBMITTING, SENT",
        "UNCLEAR, SENT",
        "ACCEPTED, SENT",
        "UNKNOWN, UNKNOWN",
        "DELIVERED, DELIVERED",
        "REFUSED, NOT_DELIVERED",
        "UNDELIVERED, NOT_DELIVERED",
        "SUSPECT, NOT_DELIVERED",
        "TOO_LATE, NOT_DELIVERED",
        "CANCELLED, NONE"
    })
    void each_state_of_the_ledger_is_told(MessageState stored, ReminderState told) {
        become(stored, "", "kind = 'REMINDER'");

        assertThat(stateOf(900, 0)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ADDRESS, NOT_DELIVERED",
        "OPTED_OUT, NOT_DELIVERED",
        "NO_CREDIT, NOT_DELIVERED",
        "NOT_WANTED, NONE",
        "LATE_NO_USE, NONE"
    })
    void what_was_never_tried_is_missing_only_where_it_was_owed(String reason, ReminderState told) {
        become(MessageState.SKIPPED, reason, "kind = 'REMINDER'");

        assertThat(stateOf(900, 0)).isEqualTo(told);
    }

    @Test
    void the_channel_that_got_furthest_counts() {
        become(MessageState.UNDELIVERED, "", "kind = 'REMINDER' AND channel = 'SMS'");
        become(MessageState.DELIVERED, "", "kind = 'REMINDER' AND channel = 'EMAIL'");

        assertThat(stateOf(900, 0)).isEqualTo(ReminderState.DELIVERED);
    }

    @Test
    void a_confirmation_proves_nothing_unless_it_counts_for_who_booked_late() {
        become(MessageState.DELIVERED, "", "kind = 'CONFIRMATION'");
        become(MessageState.SKIPPED, "LATE_NO_USE", "kind = 'REMINDER'");
        var before = stateOf(900, 0);

        become(MessageState.SKIPPED, "LATE_CONFIRMATION_COUNTS", "kind = 'REMINDER'");

        assertThat(before).isEqualTo(ReminderState.NONE);
        assertThat(stateOf(900, 0)).isEqualTo(ReminderState.DELIVERED);
    }

    @Test
    void what_was_told_of_a_former_time_does_not_count() {
        become(MessageState.DELIVERED, "", "kind = 'REMINDER'");

        assertThat(stateOf(900, 1)).isEqualTo(ReminderState.NONE);
    }

    @Test
    void what_staff_were_told_does_not_count() {
        become(MessageState.DELIVERED, "", "recipient_kind = 'STAFF'");

        assertThat(stateOf(900, 0)).isEqualTo(ReminderState.PLANNED);
    }

    @Test
    void many_are_answered_at_once() {
        book(901);
        become(MessageState.DELIVERED, "", "kind = 'REMINDER' AND appointment_id = 901");

        assertThat(reminders.statesOf(practice, Map.of(900L, 0, 901L, 0, 902L, 0)))
                .isEqualTo(Map.of(900L, ReminderState.PLANNED, 901L, ReminderState.DELIVERED));
    }

    @Test
    void another_organization_learns_nothing() {
        var school = fixture.found("school");

        assertThat(reminders.statesOf(school, Map.of(900L, 0))).isEmpty();
        assertThat(reminders.statesOf(practice, Map.of())).isEmpty();
    }

    private ReminderState stateOf(long appointmentId, int occurrence) {
        return reminders
                .statesOf(practice, Map.of(appointmentId, occurrence))
                .getOrDefault(appointmentId, ReminderState.NONE);
    }

    private void become(MessageState state, String reason, String which) {
        fixture.in(() ->
                database.sql().update("UPDATE message SET state = ?, reason_code = ? WHERE " + which, state, reason));
    }

    private void book(long id) {
        var facts = fixture.exists(
                anAppointment().of(practice).forService(massage).withId(id).facts(), anna);
        fixture.in(() -> fixture.planning.booked(facts));
    }
}
