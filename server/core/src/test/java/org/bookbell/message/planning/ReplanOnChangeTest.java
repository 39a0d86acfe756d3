package org.bookbell.message.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.message.AppointmentFactsBuilder.ANNA;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.util.List;
import java.util.OptionalInt;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.client.ContactKind;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplanOnChangeTest {

    private static final Actor EVAS = Actor.client(EVA.id());
    private static final ContactChoice TWO_DAYS_BEFORE =
            new ContactChoice("REMINDER", Channel.EMAIL, true, OptionalInt.of(48));
    private static final ContactChoice NO_MAIL =
            new ContactChoice("REMINDER", Channel.EMAIL, false, OptionalInt.empty());

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final ReplanOnChange replan = new ReplanOnChange(fixture.replanning, fixture, database.clock());
    private final ContactChoices choices = new ContactChoices(
            database.sql(),
            new Clients(database.entityManager()),
            database.audit(),
            new RecordedEvents<>(replan::contactChanged));
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);

    @BeforeEach
    void remind_as_usual() {
        fixture.addClient(practice, EVA.id());
        fixture.in(() -> fixture.rules().addDefaults(EVAS, practice));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_own_lead_moves_the_reminders_that_wait() {
        var facts = booked();

        choose(ContactKind.CLIENT, EVA.id(), TWO_DAYS_BEFORE);

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-08T13:00:00Z");
    }

    @Test
    void who_wants_no_reminders_gets_none_until_they_want_them_again() {
        var facts = booked();

        choose(ContactKind.CLIENT, EVA.id(), NO_MAIL);
        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT SKIPPED NOT_WANTED");
        choose(ContactKind.CLIENT, EVA.id());

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void what_staff_choose_moves_theirs_and_leaves_their_clients_alone() {
        var facts = booked();

        choose(ContactKind.STAFF, ANNA.id(), TWO_DAYS_BEFORE);

        assertThat(fixture.ledgerOf(facts))
                .contains(
                        "REMINDER EMAIL STAFF PLANNED 2026-11-08T13:00:00Z",
                        "REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void choices_that_fail_move_nothing() {
        var facts = booked();
        var before = fixture.ledgerOf(facts);

        assertThatThrownBy(() -> fixture.in(() -> {
                    choices.choose(EVAS, practice, ContactKind.CLIENT, EVA.id(), wishes(NO_MAIL));
                    throw new IllegalStateException("the request ends here");
                }))
                .hasMessageContaining("ends here");

        assertThat(fixture.ledgerOf(facts)).isEqualTo(before);
    }

    private void choose(ContactKind kind, long id, ContactChoice... wanted) {
        fixture.in(() -> choices.choose(
                EVAS, practice, kind, id, choices.get(practice, kind, id).with(List.of(wanted))));
    }

    private static OwnChoices wishes(ContactChoice... wanted) {
        return new OwnChoices(0, List.of(wanted));
    }

    private AppointmentFacts booked() {
        var facts =
                fixture.exists(anAppointment().of(practice).forService(massage).facts(), anna);
        fixture.in(() -> fixture.planning.booked(facts));
        return facts;
    }
}
