package org.bookbell.smpp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void a_recipient_is_written_without_its_plus_sign() {
        assertThat(Address.ofRecipient("+12125550123")).isEqualTo(new Address((byte) 1, (byte) 1, "12125550123"));
    }

    @Test
    void what_is_longer_than_a_name_or_a_number_may_be_is_no_sender() {
        assertThat(Address.ofSender("Hairdressers")).isEmpty();
        assertThat(Address.ofSender("1234567890123456")).isEmpty();
        assertThat(Address.ofSender("Zoë")).isEmpty();
    }

    @Test
    void an_address_shows_no_number() {
        assertThat(Address.ofRecipient("+12125550123")).hasToString("Address[1/1]");
    }
}
