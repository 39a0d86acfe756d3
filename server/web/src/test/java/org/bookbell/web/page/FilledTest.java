package org.bookbell.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.junit.jupiter.api.Test;

class FilledTest {

    private static final Input SENT = FormInput.ofQuery(
            Map.of("name", List.of(""), "mobile", List.of("12"), "weekday", List.of("MONDAY", "FRIDAY")));

    @Test
    void a_refused_form_keeps_what_was_typed_and_ticked() {
        var form = Filled.refused(SENT, refusal(new Fault("/name", "Fill this in.")));

        assertThat(form.value("mobile")).isEqualTo("12");
        assertThat(form.isTicked("weekday", "FRIDAY")).isTrue();
        assertThat(form.isTicked("weekday", "TUESDAY")).isFalse();
    }

    @Test
    void a_fault_of_a_field_stands_at_the_field_and_only_there() {
        var form = Filled.refused(
                SENT, refusal(new Fault("/name", "Fill this in."), new Fault("/client/mobile", "No number.")));

        assertThat(form.fault("name")).isEqualTo("Fill this in.");
        assertThat(form.fault("mobile")).isEqualTo("No number.");
        assertThat(form.isFirstWrong("name")).isTrue();
        assertThat(form.refusal()).isEqualTo("Please correct the 2 marked fields.");
        assertThat(form.faultsElsewhere()).isEmpty();
    }

    @Test
    void a_fault_of_what_the_form_did_not_send_stands_above() {
        var form = Filled.refused(SENT, refusal(new Fault("/start", "Choose a time.")));

        assertThat(form.faultsElsewhere()).containsExactly("Choose a time.");
        assertThat(form.refusal()).isEmpty();
        assertThat(form.isRefused()).isTrue();
    }

    @Test
    void a_refusal_without_faults_is_told_as_it_is() {
        var form = Filled.refused(SENT, new ProblemException(ProblemType.FORBIDDEN, "Not you."));

        assertThat(form.refusal()).isEqualTo("Not you.");
    }

    private static ProblemException refusal(Fault... faults) {
        return new ProblemException(ProblemType.INVALID_REQUEST, List.of(faults));
    }
}
