package org.bookbell.organization;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactSyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "079 123 45 67, CH, +41791234567",
        "(07700) 900-123, GB, +447700900123",
        "+44 7700 900123, US, +447700900123",
        "0044 7700 900123, DE, +447700900123",
        "+1 555 111 0001, GB, +15551110001",
        "212.555.0123, US, +12125550123",
        "+4１791234567, CH, +41791234567",
    })
    void a_phone_number_is_kept_in_one_spelling(String text, String country, String e164) {
        assertThat(ContactSyntax.findE164(text, country)).contains(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "none",
                "1",
                "12345",
                "5550123",
                "+999 1234567",
                "+44",
                "+44 7700 900123 ext. 4",
                "1-800-FLOWERS",
                "+1234567890123456789",
                "ring 2125550123"
            })
    void what_cannot_be_dialed_from_everywhere_is_no_phone_number(String text) {
        assertThat(ContactSyntax.findE164(text, "US")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Anna@Example.ORG, anna@example.org",
        "' o''brien+desk@mail.example.co.uk ', o'brien+desk@mail.example.co.uk",
        "info@bücher.example, info@xn--bcher-kva.example",
    })
    void an_email_address_is_kept_in_one_spelling(String text, String address) {
        assertThat(ContactSyntax.findEmail(text)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "anna",
                "anna@",
                "@example.org",
                "anna@localhost",
                "anna@example..org",
                ".anna@example.org",
                "an..na@example.org",
                "anna bell@example.org",
                "anna@exam ple.org",
                "anna@example.org\nBcc: all@example.org",
                "\"anna\"@example.org",
                "anna@-example.org",
                "anna@[127.0.0.1]",
                "a@b@c.org,d@e.org"
            })
    void what_no_mail_server_would_take_is_no_email_address(String text) {
        assertThat(ContactSyntax.findEmail(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void the_part_before_the_at_has_at_most_64_characters(int length) {
        assertThat(ContactSyntax.findEmail("a".repeat(length) + "@example.org").isPresent())
                .isEqualTo(length == 64);
    }
}
