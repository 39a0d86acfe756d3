package org.bookbell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.client.ClientFixture.DESK;
import static org.bookbell.client.ContactKind.CLIENT;
import static org.bookbell.client.ContactKind.STAFF;
import static org.bookbell.problem.ProblemType.NOT_FOUND;

import java.util.List;
import java.util.OptionalInt;
import org.bookbell.problem.ProblemException;
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

        assertThat(people.in(() -> people.choices.list(people.practice, CLIENT, anna.id())))
                .containsExactly(MAIL_TWO_DAYS_BEFORE, NO_SMS);
        assertThat(people.changed.fired())
                .hasSize(2)
                .containsOnly(new ContactChanged(people.practice, CLIENT, anna.id()));
    }

    @Test
    void no_choice_at_all_returns_to_the_organizations_rules() {
        choose(NO_SMS);
        choose();

        assertThat(people.in(() -> people.choices.list(people.practice, CLIENT, anna.id())))
                .isEmpty();
    }

    @Test
    void a_client_and_a_staff_member_with_the_same_id_choose_for_themselves() {
        choose(NO_SMS);
        people.in(() -> people.choices.choose(DESK, people.practice, STAFF, anna.id(), List.of(MAIL_TWO_DAYS_BEFORE)));

        assertThat(people.in(() -> people.choices.list(people.practice, CLIENT, anna.id())))
                .containsExactly(NO_SMS);
        assertThat(people.in(() -> people.choices.list(people.practice, STAFF, anna.id())))
                .containsExactly(MAIL_TWO_DAYS_BEFORE);
    }

    @Test
    void two_choices_for_the_same_messages_are_refused() {
        assertThatThrownBy(() -> choose(NO_SMS, NO_SMS)).hasMessageContaining("leave one of them out");
    }

    @Test
    void another_organization_cannot_choose_for_a_client() {
        assertThatThrownBy(() ->
                        people.in(() -> people.choices.choose(DESK, people.school, CLIENT, anna.id(), List.of(NO_SMS))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
    }

    @Test
    void a_lead_of_a_year_is_no_choice() {
        assertThatThrownBy(() -> new ContactChoice("REMINDER", Channel.SMS, true, OptionalInt.of(8760)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void choose(ContactChoice... choices) {
        people.in(() -> people.choices.choose(DESK, people.practice, CLIENT, anna.id(), List.of(choices)));
    }
}
