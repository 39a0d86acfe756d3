package org.bookbell.spi.export;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written for spreadsheets is read as what it was. */
class CsvCellTest {

    @Property
    void any_text_comes_back(@ForAll String text) {
        assertThat(CsvCell.toText(CsvCell.ofText(text))).isEqualTo(text);
        assertThat(CsvCell.toText(CsvCell.ofText("'" + text))).isEqualTo("'" + text);
        assertThat(CsvCell.toText(CsvCell.ofText("=" + text))).isEqualTo("=" + text);
    }

    @Property
    void no_text_begins_a_formula(@ForAll String text) {
        assertThat(CsvCell.ofText("=" + text)).startsWith("'");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', textBlock = """
            +12125550123,        tel:+12125550123
            anna@example.org,    anna@example.org
            +anna@example.org,   '+anna@example.org
            |'t Hart|,           |'t Hart|
            """)
    void addresses_stay_what_they_are(String address, String cell) {
        assertThat(CsvCell.ofAddress(address)).isEqualTo(cell);
        assertThat(CsvCell.toAddress(cell)).isEqualTo(address);
    }

    @Test
    void an_apostrophe_that_somebody_typed_is_kept() {
        assertThat(CsvCell.toText("'tis")).isEqualTo("'tis");
    }
}
