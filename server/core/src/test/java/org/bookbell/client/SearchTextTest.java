package org.bookbell.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

    private static final List<Phone> MOBILE = List.of(new Phone("+447700900123"));

    @ParameterizedTest
    @CsvSource({
        "Zoë Łukasz-Groß, zoe",
        "Zoë Łukasz-Groß, GROSS ŁUKASZ",
        "Zoë Łukasz-Groß, lukasz",
        "Søren Ærø, soren aero",
        "İpek Yıldız, yildiz",
        "O'Brien, brien",
        "田中太郎, 太郎",
        "Anna Bell, bell@example",
    })
    void a_client_is_found_by_parts_of_the_name_without_accents(String name, String query) {
        var text = SearchText.of(name, "anna.bell@example.org", MOBILE);

        assertThat(SearchText.terms(query))
                .isNotEmpty()
                .allSatisfy(term -> assertThat(text).contains(term));
    }

    @ParameterizedTest
    @CsvSource({"07700 900123", "+44 7700 900123", "0044 7700 900 123", "900123", "(07700) 900-1", "77009"})
    void a_client_is_found_by_digits_as_dialed_at_home_or_abroad(String query) {
        var text = SearchText.of("Anna", null, MOBILE);

        assertThat(SearchText.terms(query))
                .singleElement()
                .satisfies(digits -> assertThat(text).contains(digits));
    }

    @Test
    void the_longest_name_still_fits_and_keeps_the_digits() {
        var text = SearchText.of("ﷺ".repeat(120), "a".repeat(64) + "@" + "b".repeat(60) + ".org", MOBILE);

        assertThat(text).hasSizeLessThanOrEqualTo(400).startsWith(" 447700900123 07700900123 ");
    }

    @Test
    void a_letter_of_two_units_is_not_cut_in_two() {
        var text = SearchText.of("𝔸".repeat(2) + "𐐨".repeat(300), null, List.of());

        assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
    }

    @Test
    void a_question_of_nothing_means_everybody() {
        assertThat(SearchText.terms("  - ")).isEmpty();
    }
}
