package org.bookbell.web.call;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ClientAddressTest {

    @Test
    void a_proxy_named_twice_keeps_nobody_from_starting() {
        assertThatCode(() -> new ClientAddress("127.0.0.1, 127.0.0.1")).doesNotThrowAnyException();
    }
}
