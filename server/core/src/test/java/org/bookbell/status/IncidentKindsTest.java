package org.bookbell.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.dispatch.failover.RefusingGateway;
import org.bookbell.dispatch.watchdog.Trouble;
import org.bookbell.status.warning.Warning;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Incidents besides a gateway that brings nothing, whom they concern, and who is warned. */
class IncidentKindsTest {

    private final StatusHouse house = new StatusHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_gateway_that_refuses_what_another_one_takes_alerts_the_operators_once_and_concerns_nobody_else() {
        house.suspect(house.practice, "phones");
        var refusing = new RefusingGateway("phones", "ACCOUNT", house.now().minusSeconds(120), house.now());

        house.refuse(refusing);
        house.tell();
        house.refuse(refusing);
        house.tell();

        assertThat(house.list()).singleElement().satisfies(incident -> {
            assertThat(incident.kind()).isEqualTo(Incident.Kind.REFUSES);
            assertThat(incident.code()).contains("ACCOUNT");
            assertThat(incident.suspectFrom()).isEqualTo(house.now().minusSeconds(120));
        });
        assertThat(house.alerts()).containsExactly(StatusHouse.OPERATOR);
        assertThat(house.letters())
                .singleElement(STRING)
                .contains("Gateway phones refuses messages; another one takes them", "(ACCOUNT)");
        assertThat(house.warnings(house.practice)).isEmpty();

        house.refuse();
        house.tell();

        assertThat(house.list()).singleElement().matches(incident -> !incident.isOpen());
        assertThat(house.letters()).last(STRING).contains("Gateway phones takes messages again");
    }

    @Test
    void a_gateway_may_refuse_and_bring_nothing_of_what_it_took_before() {
        house.book.keep(new GatewaysWatched(
                List.of(house.failing("phones")),
                List.of(new RefusingGateway("phones", "BLOCKED", house.now(), house.now())),
                Set.of("phones")));

        assertThat(house.list())
                .extracting(Incident::kind)
                .containsExactlyInAnyOrder(Incident.Kind.FAIL_OVER, Incident.Kind.REFUSES);
    }

    @Test
    void what_the_watchdog_raises_is_an_incident_until_it_is_over() {
        house.trouble(Trouble.Kind.LATE);
        house.trouble(Trouble.Kind.LATE, Trouble.Kind.STUCK, Trouble.Kind.EMAIL);
        house.keep(house.failing("phones"));

        assertThat(house.list())
                .extracting(Incident::kind)
                .containsExactlyInAnyOrder(Incident.Kind.SENDING, Incident.Kind.EMAIL, Incident.Kind.FAIL_OVER);

        house.trouble(Trouble.Kind.STUCK);
        assertThat(house.list())
                .filteredOn(Incident::isOpen)
                .extracting(Incident::kind)
                .as("without e-mail's")
                .containsExactlyInAnyOrder(Incident.Kind.SENDING, Incident.Kind.FAIL_OVER);

        house.trouble();
        assertThat(house.list())
                .filteredOn(Incident::isOpen)
                .extracting(Incident::kind)
                .containsExactly(Incident.Kind.FAIL_OVER);
    }

    @Test
    void of_two_nodes_that_see_the_same_trouble_one_opens_the_incident() {
        house.trouble(Trouble.Kind.LATE);
        house.update("UPDATE incident SET closed_at = ?", house.now());

        house.trouble(Trouble.Kind.LATE);

        assertThat(house.list())
                .as("the second is a duplicate of what the first holds")
                .hasSize(1);
    }

    @Test
    void organizations_with_late_messages_or_calls_are_told_and_warned_while_it_lasts() {
        late(house.practice, 2, 1);
        late(house.practice, 1, 2);
        var given = house.reminder(house.practice, "TOO_LATE", house.now().minusSeconds(3600), tomorrow());

        house.trouble(Trouble.Kind.LATE);
        house.call(house.practice, given);
        house.trouble(Trouble.Kind.LATE);
        house.tell();

        assertThat(house.affected(house.practice)).containsExactly(4L);
        assertThat(house.alerts()).as("operators hear of the watchdog").containsExactly(StatusHouse.ANNA);
        assertThat(house.letters())
                .singleElement(STRING)
                .contains("Some of your messages are not sent", "This concerns 4 of yours", "/o/practice/callList");
        assertThat(house.warnings(house.school)).isEmpty();
        assertThat(house.warnings(house.practice)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Incident.Kind.SENDING);
            assertThat(warning.unsent()).isEqualTo(Map.of(day(1), 3L, day(2), 1L));
            assertThat(warning.toPhone()).isEqualTo(1);
            assertThat(warning.knownSince()).isEqualTo(house.now());
            assertThat(warning.nextWordBy()).isEqualTo(house.now().plus(Duration.ofMinutes(30)));
        });

        house.trouble();
        house.tell();

        assertThat(house.warnings(house.practice)).isEmpty();
        assertThat(house.letters()).last(STRING).contains("Your messages are sent again");
    }

    @Test
    void who_waits_for_its_own_gateways_by_its_own_choice_is_not_concerned() {
        late(house.practice, 2, 1);
        house.update("INSERT INTO own_gateways_only (organization_id, channel) VALUES (?, 'SMS')", house.practice);

        house.trouble(Trouble.Kind.LATE);

        assertThat(house.affected(house.practice)).isEmpty();
    }

    @Test
    void while_no_email_can_be_sent_everybody_is_warned_but_those_with_a_gateway_of_their_own() {
        house.addGateway("school.letters", "EMAIL", house.school);

        house.trouble(Trouble.Kind.EMAIL);
        house.tell();

        assertThat(house.alerts()).as("no e-mail says that none can be sent").isEmpty();
        assertThat(house.warnings(house.practice)).extracting(Warning::kind).containsExactly(Incident.Kind.EMAIL);
        assertThat(house.warnings(house.school)).isEmpty();
    }

    @Test
    void who_was_not_told_by_email_hears_when_it_works_again() {
        var call = house.reminder(house.practice, "UNDELIVERED", house.now(), tomorrow());
        house.update("UPDATE message SET channel = 'EMAIL' WHERE id = ?", call);
        house.trouble(Trouble.Kind.EMAIL);
        house.call(house.practice, call);
        house.trouble(Trouble.Kind.EMAIL);
        house.tell();
        assertThat(house.alerts()).isEmpty();

        house.trouble();
        house.tell();

        assertThat(house.alerts()).containsExactly(StatusHouse.ANNA);
        assertThat(house.letters()).singleElement(STRING).contains("E-mail could not be sent since", "callList");
    }

    @Test
    void what_is_in_doubt_is_counted_anew_as_long_as_it_lasts() {
        house.suspect(house.practice, "phones");
        house.keep(house.failing("phones"));
        var second = house.suspect(house.practice, "phones");
        house.keep(house.failing("phones"));
        assertThat(house.affected(house.practice)).containsExactly(2L);

        house.update("UPDATE attempt SET state = 'DELIVERED' WHERE id = ?", second);
        house.keep(house.failing("phones"));

        assertThat(house.affected(house.practice)).containsExactly(1L);
    }

    @Test
    void where_one_destination_fails_only_messages_to_it_are_counted() {
        house.suspect(house.practice, "phones");
        var toGermany = house.suspect(house.practice, "phones");
        house.update("UPDATE attempt SET destination = '+49' WHERE id = ?", toGermany);

        house.keep(house.failing("phones", "+49"));

        assertThat(house.affected(house.practice)).containsExactly(1L);
        assertThat(house.list()).extracting(Incident::code).containsExactly(Optional.empty());
    }

    @Test
    void members_are_warned_of_what_did_not_arrive() {
        var attempt = house.suspect(house.practice, "phones");
        house.update(
                "UPDATE message SET state = 'SUSPECT', appointment_start = ?"
                        + " WHERE id = (SELECT message_id FROM attempt WHERE id = ?)",
                tomorrow(),
                attempt);
        house.reminder(house.practice, "PLANNED", tomorrow(), tomorrow());

        house.keep(house.failing("phones"));

        assertThat(house.warnings(house.practice)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Incident.Kind.FAIL_OVER);
            assertThat(warning.unsent()).isEqualTo(Map.of(day(1), 1L));
            assertThat(warning.toPhone()).isZero();
        });
        assertThat(house.warnings(house.school)).isEmpty();
    }

    /** So many reminders that should have been sent an hour ago. */
    private void late(long organization, int count, int daysAhead) {
        for (int i = 0; i < count; i++) {
            house.reminder(
                    organization,
                    "PLANNED",
                    house.now().minusSeconds(3600),
                    house.now().plus(Duration.ofDays(daysAhead)));
        }
    }

    private Instant tomorrow() {
        return house.now().plus(Duration.ofDays(1));
    }

    private LocalDate day(int ahead) {
        return LocalDate.ofInstant(house.now().plus(Duration.ofDays(ahead)), StatusHouse.BERLIN);
    }
}
