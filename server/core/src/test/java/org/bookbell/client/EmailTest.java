package org.bookbell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class EmailTest {

    @Property
    void any_text_is_an_address_or_is_refused(@ForAll @StringLength(max = 300) String text) {
        assertThat(Email.find(text).stream())
                .allSatisfy(email ->
                        assertThat(email.address()).matches("[^\\s@]+@[^\\s@]+").hasSizeLessThan(255));
    }

    @Property(tries = 200)
    void addresses_that_mail_servers_use_are_kept_in_lower_case(@ForAll @net.jqwik.web.api.Email String address) {
        assertThat(Email.find(address).stream())
                .allSatisfy(email -> assertThat(email.address()).isEqualTo(address.toLowerCase(Locale.ROOT)));
    }

    @Property(tries = 200)
    void what_was_accepted_once_is_accepted_again(@ForAll @net.jqwik.web.api.Email String address) {
        assertThat(Email.find(address).stream())
                .allSatisfy(email -> assertThat(Email.parse(email.address())).isEqualTo(email));
    }

    @Example
    void an_address_in_capitals_is_the_same_address() {
        assertThat(Email.parse("ANNA@EXAMPLE.ORG")).isEqualTo(new Email("anna@example.org"));
    }

    @Example
    void what_is_no_address_is_refused_without_quoting_it() {
        assertThatThrownBy(() -> Email.parse("anna at example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("anna");
    }
}
