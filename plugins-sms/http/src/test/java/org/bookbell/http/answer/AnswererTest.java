package org.bookbell.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.Outcome.Answered;
import org.bookbell.http.wire.Outcome.NotSent;
import org.bookbell.http.wire.Outcome.Unanswered;
import org.bookbell.http.wire.Trouble;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswererTest {

    private final Answerer acme = new Answerer("Acme");

    @ParameterizedTest
    @CsvSource({
        "HOST, UNAVAILABLE",
        "FORBIDDEN, ACCOUNT",
        "CONNECTION, UNAVAILABLE",
        "TIME_OUT, UNAVAILABLE",
        "CERTIFICATE, ACCOUNT",
        "TLS, ACCOUNT",
        "PROTOCOL, UNAVAILABLE",
        "BUSY, THROTTLED",
        "CLOSED, UNAVAILABLE"
    })
    void a_message_that_was_not_sent_is_refused_for_what_can_be_done(Trouble trouble, RefusalReason reason) {
        assertThat(acme.submitted(new NotSent(trouble), AnswererTest::taken))
                .isEqualTo(SubmitResult.refused(
                        reason,
                        trouble.name().toLowerCase(Locale.ROOT),
                        "Acme was not reached. " + trouble.sentence()));
    }

    @ParameterizedTest
    @EnumSource
    void a_message_that_was_sent_and_not_answered_is_unclear(Trouble trouble) {
        assertThat(acme.submitted(new Unanswered(trouble), AnswererTest::taken))
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.detail()).endsWith(trouble.sentence()));
    }

    @ParameterizedTest
    @EnumSource
    void an_account_that_is_not_answered_for_fails(Trouble trouble) {
        var failed = CheckResult.fails("Acme does not answer. " + trouble.sentence());

        assertThat(acme.checked(new NotSent(trouble), unused -> CheckResult.works("Fine.")))
                .isEqualTo(failed);
        assertThat(acme.checked(new Unanswered(trouble), unused -> CheckResult.works("Fine.")))
                .isEqualTo(failed);
    }

    @Test
    void an_answer_is_left_to_who_can_read_it() {
        var answered = new Answered(new Answer(202, Map.of(), new byte[0]));

        assertThat(acme.submitted(answered, AnswererTest::taken)).isEqualTo(SubmitResult.accepted("202"));
        assertThat(acme.checked(answered, answer -> CheckResult.works("Status " + answer.status() + ".")))
                .isEqualTo(CheckResult.works("Status 202."));
    }

    private static SubmitResult taken(Answer answer) {
        return SubmitResult.accepted(Integer.toString(answer.status()));
    }
}
