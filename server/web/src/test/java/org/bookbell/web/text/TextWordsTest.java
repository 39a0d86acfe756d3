package org.bookbell.web.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.SmsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWordsTest {

    @ParameterizedTest
    @CsvSource({
        "x, 160, '1 segment, 160 of 160 characters'",
        "x, 161, '2 segments, 161 of 306 characters'",
        "ż, 70, '1 segment, 70 of 70 characters'",
        "ż, 71, '2 segments, 71 of 134 characters'"
    })
    void the_cost_counts_what_a_segment_takes(String sign, int length, String words) {
        assertThat(TextWords.cost(SmsText.of(sign.repeat(length)))).isEqualTo(words);
    }

    @Test
    void what_makes_a_text_dear_is_named() {
        assertThat(TextWords.warning(SmsText.of("Do zobaczenia, Żaneta")))
                .startsWith("“Ż” is not in the simple alphabet");
        assertThat(TextWords.warning(SmsText.of("See you, Zaneta"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "", "EN", "en_GB", "en/../de", "12"})
    void what_is_no_language_names_no_text(String locale) {
        assertThatThrownBy(() -> TextPlace.of("reminder.client.sms", locale))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void a_text_has_an_address() {
        assertThat(TextPlace.of("reminder.client.sms", "de-CH").path()).isEqualTo("/reminder.client.sms/de-CH");
    }
}
