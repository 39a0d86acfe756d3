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

    @ParameterizedTest
    @CsvSource({
        "Europe/Zurich, Europe/Zurich",
        "Etc/UTC, America/New_York",
        "UTC, America/New_York",
        "GMT+03:00, America/New_York",
        "Nowhere/At_All, America/New_York"
    })
    void samples_live_where_the_machine_does(String machine, String samples) {
        Settings settings = Defaults.of(machine).complete(new Settings(Map.of()), faults);

        assertThat(settings.get("bookbell.demo.zone")).isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({
        "bookbell.gateway.timeout, 10s",
        "bookbell.receipts.window, PT0S",
        "bookbell.canary.every, hourly",
        "bookbell.jobs.keep, -P1D",
        "bookbell.demo.zone, Europe/Nowhere",
        "bookbell.call-list.unknown, perhaps",
        "bookbell.credit.estimatedSegments, 0",
        "bookbell.daypack.keepDays, 0",
        "bookbell.daypack.dir, /proc/version/packs",
        "bookbell.trustedProxies, proxy.example.org"
    })
    void a_value_that_its_setting_cannot_have_is_a_fault(String name, String value) {
        complete(Map.of(name, value));

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains(name, value);
    }

    @Test
    void a_secret_that_is_none_is_a_fault_that_does_not_show_it() {
        complete(Map.of("bookbell.key", "dG9vIHNob3J0"));

        assertThat(faults)
                .singleElement()
                .extracting(Fault::what)
                .asString()
                .contains("bookbell.key")
                .doesNotContain("dG9v");
    }

    @Test
    void proxies_are_written_as_the_server_writes_their_addresses() {
        Settings settings = complete(Map.of("bookbell.trustedProxies", "127.0.0.1, ::1,127.0.0.1"));

        assertThat(settings.get("bookbell.trustedProxies")).isEqualTo("127.0.0.1,0:0:0:0:0:0:0:1");
    }

    @Test
    void a_key_file_of_ones_own_must_be_there() {
        complete(Map.of("bookbell.key-file", "/nowhere/secret.key"));

        assertThat(faults).singleElement().extracting(Fault::what).asString().contains("/nowhere/secret.key");
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
        return Defaults.of("Europe/Zurich").complete(new Settings(given), faults);
    }
}
