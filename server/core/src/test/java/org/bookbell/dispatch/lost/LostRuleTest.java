package org.bookbell.dispatch.lost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostRuleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant TIME_TO_CALL = NOON.plus(Duration.ofHours(20));

    @ParameterizedTest
    @CsvSource({"1, PT15M", "2, PT30M", "3, PT1H", "4, PT2H", "5, PT4H", "6, PT4H", "40, PT4H"})
    void what_may_pass_is_tried_again_after_a_longer_pause_each_time(int attempts, Duration pause) {
        assertThat(next(RefusalReason.RECIPIENT_UNREACHABLE, false, attempts, NOON))
                .contains(NOON.plus(pause));
    }

    @Test
    void a_person_is_told_rather_than_a_try_made_for_which_no_time_to_call_would_be_left() {
        var now = TIME_TO_CALL.minus(Duration.ofMinutes(15));

        assertThat(next(RefusalReason.RECIPIENT_UNREACHABLE, false, 1, now)).isEmpty();
    }

    @Test
    void what_no_gateway_delivers_is_not_tried_over_another() {
        assertThat(next(RefusalReason.INVALID_RECIPIENT, true, 1, NOON)).isEmpty();
    }

    @Test
    void another_gateway_is_tried_at_once_and_each_only_once() {
        assertThat(next(RefusalReason.BLOCKED, true, 1, NOON)).contains(NOON);
        assertThat(next(RefusalReason.BLOCKED, false, 2, NOON)).isEmpty();
    }

    @Test
    void without_a_reason_each_other_gateway_is_tried() {
        assertThat(LostRule.next(lost(Optional.empty(), true, 1), NOON).againAt())
                .contains(NOON);
        assertThat(LostRule.next(lost(Optional.empty(), false, 1), NOON).againAt())
                .isEmpty();
    }

    private static Optional<Instant> next(RefusalReason reason, boolean hasUntried, int attempts, Instant now) {
        return LostRule.next(lost(Optional.of(reason), hasUntried, attempts), now)
                .againAt();
    }

    private static Lost lost(Optional<RefusalReason> reason, boolean hasUntried, int attempts) {
        return new Lost(reason, true, hasUntried, attempts, NOON.plus(Duration.ofHours(23)), TIME_TO_CALL);
    }
}
