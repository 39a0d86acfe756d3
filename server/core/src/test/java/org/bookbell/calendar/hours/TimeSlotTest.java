package org.bookbell.calendar.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {
    private static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");
    private static final TimeSlot NINE_TO_TEN = new TimeSlot(NINE, TEN);

    @Test
    void a_slot_contains_its_start_and_not_its_end() {
        assertThat(NINE_TO_TEN.contains(NINE)).isTrue();
        assertThat(NINE_TO_TEN.contains(TEN)).isFalse();
    }

    @Test
    void slots_that_touch_do_not_overlap() {
        assertThat(NINE_TO_TEN.overlaps(TimeSlot.of(TEN, Duration.ofHours(1)))).isFalse();
        assertThat(NINE_TO_TEN.overlaps(TimeSlot.of(TEN.minusNanos(1), Duration.ofHours(1))))
                .isTrue();
    }

    @Test
    void a_slot_encloses_itself_and_nothing_longer() {
        assertThat(NINE_TO_TEN.encloses(NINE_TO_TEN)).isTrue();
        assertThat(NINE_TO_TEN.encloses(NINE_TO_TEN.extendedBy(Duration.ofSeconds(1))))
                .isFalse();
    }

    @Test
    void an_empty_slot_cannot_be_made() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSlot(NINE, NINE));
    }
}
