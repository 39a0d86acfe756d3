package org.bookbell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteadyTest {

    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void neither_an_exception_nor_an_error_leaves_it() {
        var failing = Steady.of("The test", () -> {
            if (turns.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("for the test");
            }
            throw new IllegalStateException("for the test");
        });

        assertThatCode(failing::run).doesNotThrowAnyException();
        assertThatCode(failing::run).doesNotThrowAnyException();
        assertThat(turns).hasValue(2);
    }
}
