package org.bookbell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.Receipt;
import org.junit.jupiter.api.Test;

class LossesTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Test
    void of_each_hundred_as_many_are_lost_as_was_asked_for() {
        var losses = new Losses(10, 30);

        var fates = IntStream.range(700, 800)
                .mapToObj(number -> losses.of(number, SOON))
                .flatMap(Optional::stream)
                .toList();

        assertThat(fates)
                .filteredOn(Fate::isTold)
                .hasSize(10)
                .allSatisfy(fate -> assertThat(fate.state()).isEqualTo(Receipt.State.UNDELIVERED));
        assertThat(fates).filteredOn(fate -> !fate.isTold()).hasSize(30);
    }

    @Test
    void nothing_is_lost_unless_it_was_asked_for() {
        var losses = new Losses(0, 0);

        assertThat(IntStream.range(0, 100).mapToObj(number -> losses.of(number, SOON)))
                .allMatch(Optional::isEmpty);
    }
}
