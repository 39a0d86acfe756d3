package org.bookbell.client.choice;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.client.ClientFixture.DESK;
import static org.bookbell.client.ContactKind.CLIENT;
import static org.bookbell.client.ContactKind.STAFF;
import static org.bookbell.problem.ProblemType.NOT_FOUND;
import static org.bookbell.problem.ProblemType.STALE_VERSION;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.ClientFixture;
import org.bookbell.client.ContactChanged;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactChoicesTest {

    private static final ContactChoice NO_SMS = new ContactChoice("REMINDER", Channel.SMS, false, OptionalInt.empty());
    private static final ContactChoice MAIL_TWO_DAYS_BEFORE =
            new ContactChoice("REMINDER", Channel.EMAIL, true, OptionalInt.of(48));

    private final ClientFixture people = new ClientFixture();
    private final Client anna = people.register("Anna Bell", null, "07700 900123");

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void choices_replace_those_made_before_and_are_told_to_those_who_plan() {
        choose(NO_SMS);
        choose(MAIL_TWO_DAYS_BEFORE, NO_SMS);

        assertThat(people.in(() ->
                        people.choices.get(people.practice, CLIENT, anna.id()).choices()))
                .containsExactly(MAIL_TWO_DAYS_BEFORE, NO_SMS);
        assertThat(people.changed.fired())
                .hasSize(2)
                .containsOnly(new ContactChanged(people.practice, CLIENT, anna.id()));
    }

    @Test
    void no_choice_at_all_returns_to_the_organizations_rules() {
        choose(NO_SMS);
        choose();

        assertThat(people.in(() ->
                        people.choices.get(people.practice, CLIENT, anna.id()).choices()))
                .isEmpty();
    }

    @Test
    void a_client_and_a_staff_member_with_the_same_id_choose_for_themselves() {
        choose(NO_SMS);
        people.in(() -> people.choices.choose(
                DESK, people.practice, STAFF, anna.id(), new OwnChoices(0, List.of(MAIL_TWO_DAYS_BEFORE))));

        assertThat(people.in(() ->
                        people.choices.get(people.practice, CLIENT, anna.id()).choices()))
                .containsExactly(NO_SMS);
        assertThat(people.in(() ->
                        people.choices.get(people.practice, STAFF, anna.id()).choices()))
                .containsExactly(MAIL_TWO_DAYS_BEFORE);
    }

    @Test
    void two_choices_for_the_same_messages_are_refused() {
        assertThatThrownBy(() -> choose(NO_SMS, NO_SMS)).hasMessageContaining("leave one of them out");
    }

    @Test
    void every_fault_is_told_at_once() {
        var never = new ContactChoice("CHANGE", Channel.SMS, false, OptionalInt.of(24));

        assertThat(new OwnChoices(0, List.of(NO_SMS, never, NO_SMS)).faults())
                .extracting(Fault::pointer)
                .containsExactly("/choices/1/hoursBefore", "/choices/2");
    }

    @Test
    void of_two_who_saw_the_same_choices_the_second_is_refused() {
        var first = people.in(() -> people.choices.get(people.practice, CLIENT, anna.id()));
        people.in(() -> choose(first, NO_SMS));
        var second = people.in(() -> people.choices.get(people.practice, CLIENT, anna.id()));
        people.in(() -> choose(second, MAIL_TWO_DAYS_BEFORE));

        assertRefused(STALE_VERSION, () -> people.in(() -> choose(first)));
        assertRefused(STALE_VERSION, () -> people.in(() -> choose(second)));

        assertThat(people.in(() -> people.choices.get(people.practice, CLIENT, anna.id())))
                .isEqualTo(new OwnChoices(2, List.of(MAIL_TWO_DAYS_BEFORE)));
    }

    @Test
    void of_two_who_choose_at_once_one_waits_and_is_refused() throws Exception {
        var seen = people.in(() -> people.choices.get(people.practice, CLIENT, anna.id()));
        var gate = new CyclicBarrier(2);
        Callable<String> choosing = () -> {
            gate.await(1, MINUTES);
            try {
                people.in(() -> choose(seen, NO_SMS));
                return "chosen";
            } catch (ProblemException refused) {
                return refused.type().slug();
            }
        };
        var threads = Executors.newFixedThreadPool(2);

        var answers = threads.invokeAll(List.of(choosing, choosing), 1, MINUTES);

        threads.shutdown();
        assertThat(answers).map(Future::get).containsExactlyInAnyOrder("chosen", "stale-version");
    }

    @Test
    void another_organization_cannot_choose_for_a_client() {
        var wishes = new OwnChoices(0, List.of(NO_SMS));

        assertRefused(
                NOT_FOUND,
                () -> people.in(() -> people.choices.choose(DESK, people.school, CLIENT, anna.id(), wishes)));
    }

    @Test
    void a_lead_of_a_year_is_no_choice() {
        assertThatThrownBy(() -> new ContactChoice("REMINDER", Channel.SMS, true, OptionalInt.of(8760)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(type));
    }

    private void choose(ContactChoice... choices) {
        people.in(() -> choose(people.choices.get(people.practice, CLIENT, anna.id()), choices));
    }

    private void choose(OwnChoices current, ContactChoice... choices) {
        people.choices.choose(DESK, people.practice, CLIENT, anna.id(), current.with(List.of(choices)));
    }
}
