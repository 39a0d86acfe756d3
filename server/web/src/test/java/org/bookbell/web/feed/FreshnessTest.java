package org.bookbell.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                  | true",
                "deflate, GZIP;q=1.0   | true",
                "x-gzip                | true",
                "gzip;q=0.5            | true",
                "gzip; q=0             | false",
                "gzip;q=0.000          | false",
                "identity              | false",
                "''                    | false"
            })
    void the_text_is_zipped_for_whom_it_is_welcome(String accepted, boolean isZipped) {
        assertThat(freshness(Map.of("Accept-Encoding", accepted)).isZipped()).isEqualTo(isZipped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"abc\"               | true",
                "\"abc-gzip\"          | true",
                "W/\"abc\"             | true",
                "\"x\", \"abc\"        | true",
                "*                     | true",
                "\"abcd\"              | false",
                "abc                   | false"
            })
    void a_tag_of_this_edition_is_known_in_either_form(String given, boolean isKnown) {
        assertThat(freshness(Map.of("If-None-Match", given)).isKnown()).isEqualTo(isKnown);
    }

    @Test
    void the_zipped_text_has_a_tag_of_its_own() {
        assertThat(freshness(Map.of()).tag()).isEqualTo("\"abc\"");
        assertThat(freshness(Map.of("Accept-Encoding", "gzip")).tag()).isEqualTo("\"abc-gzip\"");
    }

    private static Freshness freshness(Map<String, String> sent) {
        return Freshness.of("abc", headers(sent));
    }

    private static HttpHeaders headers(Map<String, String> sent) {
        return (HttpHeaders) Proxy.newProxyInstance(
                FreshnessTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getHeaderString");
                    return sent.get(Objects.requireNonNull(arguments)[0]);
                });
    }
}
