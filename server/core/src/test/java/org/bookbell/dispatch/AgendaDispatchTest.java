package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.export.agenda.AgendaPlanner;
import org.bookbell.export.agenda.AgendaSettings;
import org.bookbell.export.agenda.Agendas;
import org.bookbell.message.planning.PlannedAgendas;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agenda goes the way of all messages: whatever dies in between, it is sent once. */
class AgendaDispatchTest {

    private static final String DESK = "desk@practice.example";
    /** A quarter past six in Berlin, where the organization's quiet hours end at eight. */
    private static final Instant MORNING = Instant.parse("2026-11-02T05:15:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);

    @BeforeEach
    void an_agenda_that_is_due() {
        house.plugins().addLetters(0, "letters");
        database.clock().moveTo(MORNING);
        var agendas = new Agendas(database.sql(), database.audit(), database.clock());
        var wish = new AgendaSettings(Optional.empty(), Optional.of(LocalTime.of(6, 15)), 7, false, List.of(DESK), 0);
        database.inTransaction(() -> agendas.change(Actor.system(), DispatchHouse.ORGANIZATION, wish));
        plan();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void it_comes_at_the_hour_that_was_chosen_quiet_hours_or_not() {
        house.drain();

        assertThat(sent()).extracting(EmailSubmission::to).containsExactly(DESK);
    }

    @Test
    void a_process_that_dies_between_planning_and_sending_costs_nothing() {
        house.claims().claim(house.claims().listDue(10));
        house.letLeasesExpire();
        plan();

        house.drain();
        house.drain();

        assertThat(sent()).hasSize(1);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void one_that_is_refused_for_now_is_tried_again_while_it_is_useful() {
        house.plugins()
                .letters()
                .answers(() -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "busy", "try again later"));
        house.drain();
        house.plugins().letters().answers(() -> SubmitResult.accepted("e"));

        database.clock().advance(Duration.ofMinutes(5));
        house.drain();

        assertThat(sent()).hasSize(2);
        assertThat(database.inTransaction(() -> database.sql()
                        .count("SELECT COUNT(*) FROM message WHERE kind = 'AGENDA' AND state = 'ACCEPTED'")))
                .isEqualTo(1);
    }

    @Test
    void one_that_was_never_sent_ends_and_calls_nobody() {
        database.clock().advance(Duration.ofHours(9));

        house.drain();

        assertThat(sent()).isEmpty();
        assertThat(database.inTransaction(() -> database.sql()
                        .count("SELECT COUNT(*) FROM message WHERE kind = 'AGENDA' AND state = 'TOO_LATE'")))
                .isEqualTo(1);
        assertThat(database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM call_list")))
                .isZero();
    }

    /** What the job does, again each time. */
    private void plan() {
        database.inTransaction(() -> database.sql()
                .update(
                        "UPDATE agenda_settings SET look_at = ?",
                        database.clock().instant()));
        new AgendaPlanner(database.jobsDatabase(), new PlannedAgendas(database.ids()), database.clock())
                .plan(DispatchHouse.ORGANIZATION);
    }

    private List<EmailSubmission> sent() {
        return house.plugins().letters().submissions("letters");
    }

    private long messages() {
        return database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM message WHERE kind = 'AGENDA'"));
    }
}
