package org.bookbell.dispatch.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.dispatch.quiet.QuietRule.Step;
import org.bookbell.message.timing.QuietHours;
import org.junit.jupiter.api.Test;

class QuietRuleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant EVENING = Instant.parse("2026-11-02T20:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-03T07:00:00Z");
    private static final Optional<Instant> NOBODY = Optional.empty();

    private static Ringing usefulUntil(Instant end) {
        return new Ringing(1, QuietHours.USUAL, BERLIN, end);
    }

    @Test
    void before_nine_in_the_evening_it_goes() {
        var step = QuietRule.decide(usefulUntil(MORNING), NOBODY, EVENING.minusMillis(1));

        assertThat(step).isEqualTo(new Step.Go());
    }

    @Test
    void from_nine_in_the_evening_it_waits_for_the_morning() {
        var step = QuietRule.decide(usefulUntil(MORNING.plusSeconds(1)), NOBODY, EVENING);

        assertThat(step).isEqualTo(new Step.Wait(MORNING));
    }

    @Test
    void what_the_morning_is_too_late_for_is_a_call_at_once() {
        assertThat(QuietRule.decide(usefulUntil(MORNING), NOBODY, EVENING)).isEqualTo(new Step.Call());
    }

    @Test
    void whoever_asks_in_the_night_waits_too_where_the_morning_will_do() {
        var asked = Optional.of(EVENING.plusSeconds(60));

        var step = QuietRule.decide(usefulUntil(MORNING.plusSeconds(60)), asked, EVENING.plusSeconds(61));

        assertThat(step).isEqualTo(new Step.Wait(MORNING));
    }

    @Test
    void whoever_asks_in_the_night_is_obeyed_where_the_morning_is_too_late() {
        var asked = Optional.of(EVENING.plusSeconds(60));

        var step = QuietRule.decide(usefulUntil(MORNING), asked, EVENING.plusSeconds(61));

        assertThat(step).isEqualTo(new Step.Go());
    }

    @Test
    void who_asked_in_the_afternoon_or_the_night_before_did_not_mean_tonight() {
        var afternoon = Optional.of(EVENING.minusSeconds(3600));
        var nightBefore = Optional.of(EVENING.minusSeconds(20 * 3600));

        assertThat(QuietRule.decide(usefulUntil(MORNING), afternoon, EVENING)).isEqualTo(new Step.Call());
        assertThat(QuietRule.decide(usefulUntil(MORNING), nightBefore, EVENING)).isEqualTo(new Step.Call());
    }
}
