package org.bookbell.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_survives_its_word() {
        var cursor = new Cursor("2026-11-30T09:00:00Z", 42);

        assertThat(Cursor.parse(Optional.of(cursor.text()))).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "NDI", "bm8ga2V5"})
    void a_word_that_no_list_gave_is_refused(String word) {
        assertThatThrownBy(() -> Cursor.parse(Optional.of(word))).isInstanceOf(ProblemException.class);
    }
}
