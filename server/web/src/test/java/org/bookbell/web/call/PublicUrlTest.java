package org.bookbell.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublicUrlTest {

    @Test
    void every_link_begins_with_the_configured_address() {
        var url = new PublicUrl("https://book.example.org/");

        assertThat(url.of("/self/abc")).isEqualTo("https://book.example.org/self/abc");
        assertThat(url.origin()).isEqualTo("https://book.example.org");
        assertThat(url.isSecure()).isTrue();
    }
}
