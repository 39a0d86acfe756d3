package org.bookbell.dispatch.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.CLAIMED;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.UNCLEAR;
import static org.bookbell.spi.gateway.SubmitResult.accepted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.dispatch.attempt.Beginnings.Beginning;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims, and what a process leaves behind that dies with them. */
class ClaimsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void of_racing_claimers_exactly_one_gets_a_message() throws Exception {
        var ids = new ArrayList<Long>();
        for (int i = 0; i < 200; i++) {
            ids.add(house.aMessage().planned());
        }
        Callable<List<Claim>> claimer = () -> house.claims().claim(ids);

        var claims = new ArrayList<Long>();
        for (var each : house.threads().invokeAll(List.of(claimer, claimer, claimer, claimer))) {
            each.get().forEach(claim -> claims.add(claim.id()));
        }

        assertThat(claims).hasSize(200);
        assertThat(new HashSet<>(claims)).hasSize(200);
    }

    @Test
    void claims_come_in_the_order_of_their_appointments() {
        var now = database.clock().instant();
        var hours = List.of(9, 3, 27, 5);
        var ids = hours.stream()
                .map(hour -> house.aMessage()
                        .forAppointmentAt(now.plus(Duration.ofHours(hour)))
                        .planned())
                .toList();

        assertThat(house.claims().claim(ids))
                .extracting(Claim::id)
                .containsExactly(ids.get(1), ids.get(3), ids.get(0), ids.get(2));
    }

    @Test
    void a_message_is_sent_once_however_often_it_is_handed_over() throws Exception {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();
        Callable<Integer> shortCut = () -> house.dispatcher().send(List.of(message));

        house.threads().invokeAll(List.of(shortCut, shortCut, shortCut, shortCut));
        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
    }

    @Test
    void a_claim_whose_process_died_is_planned_again() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();
        house.claims().claim(List.of(message));

        house.letLeasesExpire();
        house.drain();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(gateway.submissions()).hasSize(1);
    }

    @Test
    void a_claim_that_is_not_expired_is_left_alone() {
        var message = house.aMessage().planned();
        house.claims().claim(List.of(message));

        house.overdue().settle();

        assertThat(house.state(message)).isEqualTo(CLAIMED);
    }

    @Test
    void a_message_whose_process_died_while_it_submitted_is_unclear() {
        house.gateway("main", 1);
        var message = house.aMessage().planned();
        var claim = house.claims().claim(List.of(message)).get(0);
        house.attempts().begin(List.of(new Beginning(claim, "main", Optional.empty())));

        house.letLeasesExpire();
        house.overdue().settle();

        assertThat(house.state(message)).isEqualTo(UNCLEAR);
        assertThat(house.attempts(message)).containsExactly("main UNCLEAR");
        assertThat(house.tryAt(message)).isEqualTo(database.clock().instant().plus(Duration.ofMinutes(2)));
    }

    @Test
    void an_answer_that_comes_after_its_claim_expired_still_counts() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();
        gateway.answers(sms -> {
            house.letLeasesExpire();
            house.overdue().settle();
            return accepted("p");
        });

        house.drain();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.attempts(message)).containsExactly("main ACCEPTED");
    }

    @Test
    void a_claim_that_was_taken_over_cannot_be_submitted() {
        house.gateway("main", 1);
        var message = house.aMessage().planned();
        var old = house.claims().claim(List.of(message)).get(0);
        house.letLeasesExpire();
        house.overdue().settle();
        house.claims().claim(List.of(message));

        var attempt = house.attempts()
                .begin(List.of(new Beginning(old, "main", Optional.empty())))
                .get(0);

        assertThat(attempt).isEmpty();
    }

    @Test
    void a_starting_node_frees_what_its_predecessor_held() {
        var message = house.aMessage().planned();
        house.claims().claim(List.of(message));

        house.claims().freePredecessors();
        house.overdue().settle();

        assertThat(house.state(message)).isEqualTo(PLANNED);
    }

    @Test
    void a_renewed_claim_does_not_expire() {
        var message = house.aMessage().planned();
        var claim = house.claims().claim(List.of(message)).get(0);
        house.letLeasesExpire();

        house.claims().renew(List.of(claim.fence()));
        house.overdue().settle();

        assertThat(house.state(message)).isEqualTo(CLAIMED);
    }

    @Test
    void whether_anything_is_due_is_known() {
        assertThat(house.claims().isAnythingDue()).isFalse();

        house.aMessage().planned();

        assertThat(house.claims().isAnythingDue()).isTrue();
    }

    @Test
    void an_expired_claim_is_something_to_do() {
        var message = house.aMessage().planned();
        house.claims().claim(List.of(message));
        assertThat(house.claims().isAnythingDue()).isFalse();

        house.letLeasesExpire();

        assertThat(house.claims().isAnythingDue()).isTrue();
    }
}
