package org.bookbell.message.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bookbell.message.timing.LateBookingRule.Verdict;
import org.bookbell.organization.LateBooking;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateBookingRuleTest {

    private static final Instant DUE = Instant.parse("2026-06-10T12:00:00Z");
    private static final Window WINDOW = new Window(DUE, DUE.plusSeconds(3600));

    @ParameterizedTest
    @CsvSource({
        "SEND_NOW, 0, false, false, IN_TIME",
        "SEND_NOW, 1, false, true, SEND_NOW",
        "SEND_NOW, 1, true, false, QUIET_NOW",
        "SEND_NOW, 3600, false, false, NO_LONGER_USEFUL",
        "NEXT_SHORTER, -1, false, false, IN_TIME",
        "NEXT_SHORTER, 1, false, true, SHORTER_FOLLOWS",
        "NEXT_SHORTER, 1, false, false, CONFIRMATION_COUNTS",
        "CONFIRMATION_COUNTS, 1, false, true, CONFIRMATION_COUNTS",
        "CONFIRMATION_COUNTS, 0, true, false, IN_TIME"
    })
    void a_late_booking_follows_the_policy(
            LateBooking policy, long secondsLate, boolean isQuiet, boolean hasShorter, Verdict verdict) {
        assertThat(LateBookingRule.judge(policy, WINDOW, DUE.plusSeconds(secondsLate), isQuiet, hasShorter))
                .isEqualTo(verdict);
    }
}
