package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.Duration;
import java.time.Instant;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Eva answers STOP after her reminders were planned: nothing is sent, and somebody calls her once. */
class OptedOutTest {

    private static final Actor OWNER = Actor.member(7);
    private static final Instant START = Instant.parse("2026-11-10T13:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture planning = PlanningFixture.on(database);
    private final DispatchHouse house = new DispatchHouse(database);
    private final long practice = planning.found("sonnenhof");

    @BeforeEach
    void eva_has_agreed_to_text_messages() {
        house.gateway("main", 1);
        planning.addClient(practice, EVA.id());
        planning.in(
                () -> planning.consents.record(OWNER, practice, EVA.id(), Channel.SMS, "I agree.", ConsentSource.DESK));
        remind(48, Channel.SMS);
        remind(24, Channel.SMS);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void who_is_reached_by_nothing_else_is_called_once_however_many_messages_there_are() {
        book();
        stop();

        sendAt(START.minus(Duration.ofHours(48)));
        assertThat(house.callList()).containsExactly("OPTED_OUT");

        sendAt(START.minus(Duration.ofHours(24)));
        assertThat(house.callList()).hasSize(1);
        assertThat(house.plugins().provider().gateway("main").submissions()).isEmpty();
    }

    @Test
    void who_gets_the_same_by_email_is_not_called() {
        remind(24, Channel.EMAIL);
        book();
        stop();

        sendAt(START.minus(Duration.ofHours(48)));
        sendAt(START.minus(Duration.ofHours(24)));

        assertThat(house.callList()).isEmpty();
    }

    private void remind(int hours, Channel channel) {
        planning.in(
                () -> planning.rules().add(OWNER, practice, RuleDraft.hoursBefore(hours, Audience.CLIENT, channel)));
    }

    private void book() {
        var facts = planning.exists(
                anAppointment()
                        .of(practice)
                        .forService(planning.addService(practice))
                        .withId(900)
                        .facts(),
                planning.addStaff(practice));
        planning.in(() -> planning.planning.booked(facts));
    }

    private void stop() {
        house.optOut("+4915112345678", Channel.SMS);
    }

    private void sendAt(Instant moment) {
        database.clock().advance(Duration.between(database.clock().instant(), moment));
        house.drain();
    }
}
