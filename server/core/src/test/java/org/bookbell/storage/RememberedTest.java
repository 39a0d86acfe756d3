package org.bookbell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void it_is_read_once_while_it_is_young() {
        var young = new Remembered<>(Duration.ofHours(1), 0, before -> reads.incrementAndGet());

        assertThat(young.last()).isZero();
        assertThat(young.get() + young.get()).isEqualTo(2);
        assertThat(young.last()).isEqualTo(1);
    }

    @Test
    void it_is_read_anew_when_it_is_too_old_or_forgotten_and_knows_what_it_was() {
        var old = new Remembered<>(Duration.ZERO, 10, before -> before + 1);
        assertThat(old.get()).isEqualTo(11);
        assertThat(old.get()).isEqualTo(12);

        var forgotten = new Remembered<>(Duration.ofHours(1), 10, before -> before + 1);
        assertThat(forgotten.get()).isEqualTo(11);
        forgotten.forget();
        assertThat(forgotten.get()).isEqualTo(12);
    }

    @Test
    void what_could_not_be_read_is_tried_again() {
        var failing = new Remembered<>(Duration.ofHours(1), 0, before -> {
            if (reads.incrementAndGet() == 1) {
                throw new IllegalStateException("no connection");
            }
            return reads.get();
        });

        assertThatThrownBy(failing::get).hasMessage("no connection");
        assertThat(failing.get()).isEqualTo(2);
    }
}
