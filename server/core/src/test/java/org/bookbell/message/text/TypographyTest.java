package org.bookbell.message.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypographyTest {

    @Test
    void a_text_message_has_the_plain_punctuation_of_the_gsm_alphabet() {
        assertThat(letters())
                .allSatisfy(letter -> assertThat(Typography.sms("a" + letter + "z"))
                        .isEqualTo(("a" + letter + "z")
                                .replaceAll("\\h", " ")
                                .replaceAll("[\u2018\u2019\u201A\u201B\u2032]", "'")
                                .replaceAll("[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]", "\"")
                                .replaceAll("[\u2010-\u2015\u2212]", "-")
                                .replace("\u2026", "...")));
    }

    @Test
    void a_line_has_no_control_character() {
        assertThat(letters())
                .allSatisfy(letter -> assertThat(Typography.line(" a" + letter + letter + "z "))
                        .isEqualTo(("a" + letter + letter + "z").replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")));
    }

    private static List<String> letters() {
        return IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .mapToObj(Character::toString)
                .toList();
    }
}
