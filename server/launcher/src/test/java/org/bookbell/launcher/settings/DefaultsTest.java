package org.bookbell.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bookbell.launcher.console.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultsTest {

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void the_server_is_reached_at_loopback_unless_told_otherwise() {
        Settings settings = complete(Map.of());

        assertThat(settings.get("bookbell.publicUrl")).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.get("bookbell.key-file"))
                .endsWith("/data/secret.key")
                .startsWith("/");
        assertThat(settings.get("bookbell.plugins.dir")).endsWith("/data/plugins");
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, http://localhost:81",
        "::, http://localhost:81",
        "::1, http://[::1]:81",
        "h.org, http://h.org:81"
    })
    void links_lead_to_the_host_it_listens_on(String host, String url) {
        Settings settings = complete(Map.of("bookbell.host", host, "bookbell.port", "81"));

        assertThat(settings.get("bookbell.publicUrl")).isEqualTo(url);
    }

    @Test
    void a_public_address_loses_its_last_slash() {
        Settings settings = complete(Map.of("bookbell.publicUrl", "https://book.example.org/"));

        assertThat(settings.get("bookbell.publicUrl")).isEqualTo("https://book.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.example.org", "ftp://book.example.org", "https://", "https://a b", "https://x/?q=1"})
    void a_public_address_that_is_none_is_a_fault(String url) {
        complete(Map.of("bookbell.publicUrl", url));

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80.0", ""})
    void a_port_that_is_none_is_a_fault(String port) {
        complete(Map.of("bookbell.port", port));

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains("bookbell.port");
    }

    @Test
    void everything_wrong_is_told_at_once() {
        complete(Map.of(
                "bookbell.port", "x",
                "bookbell.demo", "maybe",
                "bookbell.plugins.dir", "/nowhere",
                "bookbell.publicUrl", "x"));

        assertThat(faults).hasSize(4);
    }

    private Settings complete(Map<String, String> given) {
        return Defaults.complete(new Settings(given), faults);
    }
}
