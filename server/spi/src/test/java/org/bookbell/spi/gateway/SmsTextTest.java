package org.bookbell.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.spi.gateway.SmsText.Encoding.GSM_7;
import static org.bookbell.spi.gateway.SmsText.Encoding.UCS_2;

import java.util.stream.IntStream;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsTextTest {

    /** The 127 characters of 3GPP TS 23.038 §6.2.1 by code, the escape left out, written as code points on purpose. */
    private static final int[] DEFAULT_ALPHABET = {
        0x40, 0xA3, 0x24, 0xA5, 0xE8, 0xE9, 0xF9, 0xEC, 0xF2, 0xC7, 0x0A, 0xD8, 0xF8, 0x0D, 0xC5, 0xE5, //
        0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, 0xC6, 0xE6, 0xDF, 0xC9, //
        0x20, 0x21, 0x22, 0x23, 0xA4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, //
        0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F, //
        0xA1, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F, //
        0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0xC4, 0xD6, 0xD1, 0xDC, 0xA7, //
        0xBF, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F, //
        0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0xE4, 0xF6, 0xF1, 0xFC, 0xE0
    };

    private static final int[] EXTENSION_TABLE = {0x0C, 0x5E, 0x7B, 0x7D, 0x5C, 0x5B, 0x7E, 0x5D, 0x7C, 0x20AC};

    @Test
    void what_is_the_same_text_is_equal() {
        EqualsVerifier.forClass(SmsText.class)
                .withOnlyTheseFields("text")
                .withNonnullFields("text")
                .verify();
    }

    @Test
    void every_character_of_the_default_alphabet_takes_one_unit() {
        assertThat(DEFAULT_ALPHABET).hasSize(127).doesNotHaveDuplicates();
        for (var codePoint : DEFAULT_ALPHABET) {
            var sms = SmsText.of(Character.toString(codePoint));

            assertThat(sms.encoding()).as("U+%04X", codePoint).isEqualTo(GSM_7);
            assertThat(sms.units()).as("U+%04X", codePoint).isOne();
        }
    }

    @Test
    void every_character_of_the_extension_table_takes_two_units() {
        for (var codePoint : EXTENSION_TABLE) {
            var sms = SmsText.of(Character.toString(codePoint));

            assertThat(sms.encoding()).as("U+%04X", codePoint).isEqualTo(GSM_7);
            assertThat(sms.units()).as("U+%04X", codePoint).isEqualTo(2);
        }
    }

    @Test
    void no_other_character_is_gsm() {
        var gsm = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(SmsText::isGsm7)
                .count();

        assertThat(gsm).isEqualTo(DEFAULT_ALPHABET.length + EXTENSION_TABLE.length);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4", "1600, 11"})
    void plain_text_is_cut_at_160_and_153(int length, int segments) {
        var sms = SmsText.of("a".repeat(length));

        assertThat(sms.encoding()).isEqualTo(GSM_7);
        assertThat(sms.segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "1600, 24"})
    void unicode_text_is_cut_at_70_and_67(int length, int segments) {
        var sms = SmsText.of("ж".repeat(length));

        assertThat(sms.encoding()).isEqualTo(UCS_2);
        assertThat(sms.segments()).isEqualTo(segments);
    }

    @Test
    void an_escaped_character_moves_whole_into_the_next_segment() {
        var sms = SmsText.of("a".repeat(152) + "€" + "b".repeat(100));

        assertThat(sms.units()).isEqualTo(254);
        assertThat(sms.parts()).containsExactly("a".repeat(152), "€" + "b".repeat(100));
    }

    @Test
    void escapes_that_do_not_fit_may_cost_a_segment_more_than_the_units_say() {
        var sms = SmsText.of("a" + "€".repeat(152) + "b");

        assertThat(sms.units()).isEqualTo(2 * 153);
        assertThat(sms.segments()).isEqualTo(2);
        assertThat(SmsText.of("€".repeat(153)).units()).isEqualTo(2 * 153);
        assertThat(SmsText.of("€".repeat(153)).segments()).isEqualTo(3);
    }

    @Test
    void a_surrogate_pair_moves_whole_into_the_next_segment() {
        var sms = SmsText.of("ж".repeat(66) + "😀" + "ж".repeat(10));

        assertThat(sms.units()).isEqualTo(78);
        assertThat(sms.parts()).containsExactly("ж".repeat(66), "😀" + "ж".repeat(10));
    }

    @Test
    void eighty_euros_fill_one_segment() {
        assertThat(SmsText.of("€".repeat(80)).segments()).isOne();
        assertThat(SmsText.of("€".repeat(81)).segments()).isEqualTo(2);
    }

    @Test
    void an_empty_text_is_no_segment() {
        var sms = SmsText.of("");

        assertThat(sms.units()).isZero();
        assertThat(sms.segments()).isZero();
        assertThat(sms.parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ç", "`", "’", "–", "\t", "\u001b", "\u00a0", "😀", "\ud800"})
    void look_alikes_and_controls_are_not_gsm(String character) {
        assertThat(SmsText.of(character).encoding()).isEqualTo(UCS_2);
    }

    @Test
    void the_first_character_that_makes_it_unicode_is_named() {
        assertThat(SmsText.of("See you at Zoë’s").firstBeyondGsm7()).contains("ë");
        assertThat(SmsText.of("Tomorrow 😀").firstBeyondGsm7()).contains("😀");
        assertThat(SmsText.of("Tomorrow at 9 [room €]").firstBeyondGsm7()).isEmpty();
    }

    @Test
    void its_text_is_never_shown() {
        assertThat(SmsText.of("Ann, tomorrow at 9")).hasToString("SmsText[GSM_7, units=18, segments=1]");
    }

    @Test
    void texts_are_values() {
        assertThat(SmsText.of("a")).isEqualTo(SmsText.of("a")).hasSameHashCodeAs(SmsText.of("a"));
        assertThat(SmsText.of("a")).isNotEqualTo(SmsText.of("b"));
    }
}
