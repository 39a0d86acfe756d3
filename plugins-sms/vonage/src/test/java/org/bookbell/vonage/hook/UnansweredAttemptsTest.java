package org.bookbell.vonage.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnansweredAttemptsTest {

    private final UnansweredAttempts unanswered = new UnansweredAttempts();

    @Test
    void an_attempt_waits_until_it_is_answered() {
        unanswered.add("A");
        assertThat(unanswered.contains("A")).isTrue();

        unanswered.remove("A");
        assertThat(unanswered.contains("A")).isFalse();
    }

    @Test
    void the_oldest_are_forgotten_first() {
        for (int number = 0; number <= 1_000; number++) {
            unanswered.add("A" + number);
        }

        assertThat(unanswered.contains("A0")).isFalse();
        assertThat(unanswered.contains("A1")).isTrue();
        assertThat(unanswered.contains("A1000")).isTrue();
    }
}
