package org.bookbell.web.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.choice.ChoicesForm.Option;
import org.bookbell.web.input.FormInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesFormTest {

    static Stream<ContactChoice> choices() {
        var leads = Stream.of(1, 24, 37, 720)
                .map(hours -> new ContactChoice("REMINDER", Channel.SMS, true, OptionalInt.of(hours)));
        var others = Stream.of(ChosenMessage.values())
                .flatMap(message -> Stream.of(Channel.values())
                        .flatMap(channel -> Stream.of(true, false)
                                .map(wanted ->
                                        new ContactChoice(message.name(), channel, wanted, OptionalInt.empty()))));
        return Stream.concat(leads, others);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void what_the_form_shows_is_what_it_sends(ContactChoice choice) {
        var form = form(choice);

        var sent = FormInput.ofQuery(chosenIn(form));

        assertThat(ChoicesInput.readForm(sent)).containsExactly(choice);
        sent.orThrow();
    }

    @Test
    void what_is_as_usual_is_no_choice() {
        assertThat(ChoicesInput.readForm(FormInput.ofQuery(chosenIn(form())))).isEmpty();
    }

    @Test
    void a_lead_that_is_not_in_the_list_joins_it_in_its_place() {
        var reminders = form(new ContactChoice("REMINDER", Channel.SMS, true, OptionalInt.of(36)))
                .lines()
                .get(0)
                .cells()
                .get(0);

        assertThat(reminders.options())
                .extracting(Option::text)
                .containsSubsequence("1 hour before", "1 day before", "36 hours before", "2 days before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REMINDER-SMS=0", "REMINDER-SMS=721", "REMINDER-EMAIL=soon", "CHANGE-SMS=24"})
    void nothing_but_what_the_form_offers_is_read(String field) {
        var parts = field.split("=");
        var in = FormInput.ofQuery(Map.of(parts[0], List.of(parts[1])));

        ChoicesInput.readForm(in);

        assertThatThrownBy(in::orThrow)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.faults()).hasSize(1));
    }

    private static ChoicesForm form(ContactChoice... choices) {
        return ChoicesForm.of("/", new OwnChoices(1, List.of(choices)), List.of(), "");
    }

    private static Map<String, List<String>> chosenIn(ChoicesForm form) {
        var fields = new HashMap<String, List<String>>();
        form.lines().stream()
                .flatMap(line -> line.cells().stream())
                .forEach(cell -> fields.put(
                        cell.field(),
                        cell.options().stream()
                                .filter(Option::isChosen)
                                .map(Option::value)
                                .toList()));
        return fields;
    }
}
