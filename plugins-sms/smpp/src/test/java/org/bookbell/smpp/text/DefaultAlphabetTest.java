package org.bookbell.smpp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.bookbell.spi.gateway.SmsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultAlphabetTest {

    @Test
    void the_gsm_alphabet_has_the_characters_that_networks_have_and_reads_them_back() {
        for (var character = 0; character <= 0xFFFF; character++) {
            var text = Character.toString(character);
            var octets = DefaultAlphabet.GSM.encode(text);

            assertThat(octets.isPresent()).as("U+%04X", character).isEqualTo(SmsText.isGsm7(character));
            assertThat(octets.map(DefaultAlphabet.GSM::decode).orElse(text)).isEqualTo(text);
        }
    }

    /** From the tables of 3GPP TS 23.038, 6.2.1 and 6.2.1.1, and not from the code. */
    @ParameterizedTest
    @CsvSource({
        "@, 00",
        "$, 02",
        "é, 05",
        "Δ, 10",
        "_, 11",
        "Ξ, 1a",
        "É, 1f",
        "' ', 20",
        "¤, 24",
        "A, 41",
        "Ä, 5b",
        "§, 5f",
        "¿, 60",
        "z, 7a",
        "à, 7f",
        "€, 1b65",
        "[, 1b3c",
        "~, 1b3d",
        "], 1b3e",
        "{, 1b28",
        "}, 1b29",
        "\\, 1b2f",
        "|, 1b40",
        "^, 1b14"
    })
    void a_character_has_the_code_of_the_standard(String character, String hex) {
        var octets = DefaultAlphabet.GSM.encode(character).orElseThrow();

        assertThat(octets).asHexString().isEqualToIgnoringCase(hex);
    }

    @Test
    void octets_that_mean_nothing_are_replaced() {
        assertThat(DefaultAlphabet.GSM.decode(new byte[] {(byte) 0x80, 'a', 0x1B, 'b', 0x1B}))
                .isEqualTo("\uFFFDab");
    }
}
