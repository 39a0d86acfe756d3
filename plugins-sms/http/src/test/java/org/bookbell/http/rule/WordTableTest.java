package org.bookbell.http.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordTableTest {

    @Test
    void entries_stand_in_one_line_or_in_several() {
        assertThat(parse("a, b=YES | c = NO").find("b")).contains(true);
        assertThat(parse("a, b=YES\r\n\n c = NO\n").find("c")).contains(false);
    }

    @Test
    void the_case_of_words_does_not_count() {
        assertThat(parse("Delivered=YES").find(" DELIVERED ")).contains(true);
    }

    @Test
    void a_star_is_every_word_that_is_not_named() {
        var table = parse("a=YES | *=NO");

        assertThat(table.find("a")).contains(true);
        assertThat(table.find("z")).contains(false);
        assertThat(table.findNamed("z")).isEmpty();
        assertThat(parse("a=YES").find("z")).isEmpty();
    }

    @Test
    void a_word_may_hold_an_equals_sign() {
        assertThat(parse("x=1=YES").find("x=1")).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "=YES", ",=YES", "a=", "a=MAYBE", "a=yes", "a=YES | a=NO", "a, A=YES"})
    void what_is_no_table_is_told(String table) {
        assertThatExceptionOfType(WrongRule.class)
                .isThrownBy(() -> parse(table))
                .satisfies(wrong -> assertThat(wrong.rest()).endsWith("."));
    }

    private static WordTable<Boolean> parse(String table) {
        return WordTable.parse(
                table,
                word -> word.equals("YES") || word.equals("NO") ? Optional.of(word.equals("YES")) : Optional.empty(),
                "YES, NO");
    }
}
