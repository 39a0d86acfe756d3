package org.bookbell.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/o/quiet-hands/today", "/o/quiet-hands/messages?state=FAILED&after=a_b-c"})
    void a_path_of_this_server_is_kept(String path) {
        assertThat(Redirect.local(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/\tx",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a"
            })
    void anything_else_leads_to_the_start_page(String path) {
        assertThat(Redirect.local(path)).isEqualTo("/");
    }
}
