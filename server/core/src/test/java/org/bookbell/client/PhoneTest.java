package org.bookbell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhoneTest {

    @Property
    void any_text_is_a_number_or_is_refused(@ForAll String text) {
        assertThat(Phone.find(text, "CH").stream())
                .allSatisfy(phone -> assertThat(phone.e164()).matches("\\+\\d{4,15}"));
    }

    @Property
    void a_number_that_was_accepted_reads_the_same_from_every_spelling(@ForAll("swissMobiles") String national) {
        var phone = Phone.parse(national, "CH");

        assertThat(Phone.parse(phone.e164(), "US")).isEqualTo(phone);
        assertThat(Phone.parse(phone.international(), "US")).isEqualTo(phone);
        assertThat(Phone.parse(phone.national(), "CH")).isEqualTo(phone);
    }

    @Example
    void a_number_that_cannot_be_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> Phone.parse("079 12", "CH"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("079");
    }

    @Example
    void a_number_never_shows_in_a_log_line() {
        assertThat(Phone.parse("079 123 45 67", "CH")).hasToString("Phone[…67]");
    }

    @Provide
    Arbitrary<String> swissMobiles() {
        return Arbitraries.integers().between(0, 9_999_999).map(number -> "079" + String.format("%07d", number));
    }
}
