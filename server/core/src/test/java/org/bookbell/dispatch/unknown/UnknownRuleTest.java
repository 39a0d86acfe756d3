package org.bookbell.dispatch.unknown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.unknown.UnknownRule.Act;
import org.bookbell.dispatch.unknown.UnknownRule.Step;
import org.bookbell.dispatch.unknown.UnknownRule.Unknown;
import org.bookbell.message.calls.UnknownPolicy;
import org.junit.jupiter.api.Test;

class UnknownRuleTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** A Tuesday. */
    private static final Instant START = Instant.parse("2026-11-10T14:00:00Z");

    private static final Instant USEFUL_UNTIL = Instant.parse("2026-11-10T12:00:00Z");
    private static final Instant TO_CALL = Instant.parse("2026-11-10T11:00:00Z");
    private static final Instant DAY_BEFORE = Instant.parse("2026-11-09T16:00:00Z");

    @Test
    void what_is_left_alone_is_never_looked_at_again() {
        assertThat(decide(UnknownPolicy.LEAVE, unknown(true, false), DAY_BEFORE))
                .isEqualTo(new Step(Act.NOTHING, RetryRule.NEVER));
    }

    @Test
    void a_receipt_has_time_until_three_working_hours_before_the_appointment() {
        assertThat(decide(UnknownPolicy.CALL_LIST, unknown(true, false), DAY_BEFORE))
                .isEqualTo(new Step(Act.NOTHING, TO_CALL));
        assertThat(decide(UnknownPolicy.CALL_LIST, unknown(true, false), TO_CALL))
                .isEqualTo(new Step(Act.CALL, RetryRule.NEVER));
    }

    @Test
    void an_email_goes_out_at_once() {
        assertThat(decide(UnknownPolicy.EMAIL_AS_WELL, unknown(true, false), DAY_BEFORE))
                .isEqualTo(new Step(Act.EMAIL, RetryRule.NEVER));
    }

    @Test
    void whom_another_email_told_needs_none() {
        assertThat(decide(UnknownPolicy.EMAIL_AS_WELL, unknown(true, true), DAY_BEFORE))
                .isEqualTo(new Step(Act.NOTHING, RetryRule.NEVER));
    }

    @Test
    void whom_no_email_reaches_is_called() {
        assertThat(decide(UnknownPolicy.EMAIL_AS_WELL, unknown(false, false), DAY_BEFORE))
                .isEqualTo(new Step(Act.NOTHING, TO_CALL));
        assertThat(decide(UnknownPolicy.EMAIL_AS_WELL, unknown(false, false), TO_CALL))
                .isEqualTo(new Step(Act.CALL, RetryRule.NEVER));
    }

    @Test
    void an_email_that_comes_too_late_is_a_call() {
        assertThat(decide(UnknownPolicy.EMAIL_AS_WELL, unknown(true, false), USEFUL_UNTIL))
                .isEqualTo(new Step(Act.CALL, RetryRule.NEVER));
    }

    private static Step decide(UnknownPolicy policy, Unknown message, Instant now) {
        return UnknownRule.decide(policy, message, now);
    }

    private static Unknown unknown(boolean mayGoByEmail, boolean isToldByEmail) {
        return new Unknown(USEFUL_UNTIL, Optional.of(START), LONDON, mayGoByEmail, isToldByEmail);
    }
}
