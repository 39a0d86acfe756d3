package org.bookbell.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:13013/cgi-bin/sendsms, /cgi-bin/sendsms",
        "http://127.0.0.1:13013, /",
        "http://127.0.0.1/send%20sms?box=%26, /send%20sms?box=%26",
        "http://127.0.0.1/sendsms#here, /sendsms"
    })
    void what_is_asked_for_is_what_stands_behind_the_host(String address, String path) {
        assertThat(BoxAddress.of(address).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/status.txt, /status.txt?password=a%26b+%3D",
        "http://127.0.0.1/status.txt?box=1, /status.txt?box=1&password=a%26b+%3D"
    })
    void a_parameter_follows_those_that_are_there(String address, String path) {
        assertThat(BoxAddress.of(address).pathWith("password", "a&b =")).isEqualTo(path);
    }

    @Test
    void an_address_without_a_port_has_the_usual_one() {
        assertThat(BoxAddress.of("http://127.0.0.1/sendsms").target().port()).isEqualTo(80);
        assertThat(BoxAddress.of("HTTPS://127.0.0.1/sendsms").target().port()).isEqualTo(443);
    }
}
