package org.bookbell.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_value_is_found_without_the_white_space_around_it() {
        assertThat(Settings.of(Map.of("host", " mail.example ")).find("host")).contains("mail.example");
    }

    @Test
    void a_blank_value_is_as_good_as_none() {
        var settings = Settings.of(Map.of("host", "  "));

        assertThat(settings.find("host")).isEmpty();
        assertThat(settings.find("port")).isEmpty();
    }

    @Test
    void a_missing_value_that_must_be_there_is_a_bug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Settings.of(Map.of()).get("host"))
                .withMessage("setting host has no value");
    }

    @Test
    void numbers_and_switches_are_read_as_such() {
        var settings = Settings.of(Map.of("port", " 587 ", "keep", "true"));

        assertThat(settings.getInt("port", 25)).isEqualTo(587);
        assertThat(settings.getInt("timeout", 10)).isEqualTo(10);
        assertThat(settings.isOn("keep")).isTrue();
        assertThat(settings.isOn("other")).isFalse();
    }

    @Test
    void defaults_fill_what_is_absent_or_blank_and_nothing_else() {
        var declared = List.of(
                Setting.text("host", "Host"),
                Setting.number("port", "Port", 25),
                Setting.choice("security", "Security", List.of("starttls", "tls")),
                Setting.text("name", "Name").optional());

        var settings = Settings.of(Map.of("port", " ", "security", "tls", "unknown", "kept"))
                .withDefaults(declared);

        assertThat(settings.asMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of("port", "25", "security", "tls", "unknown", "kept"));
    }

    @Test
    void they_do_not_follow_the_map_they_were_made_of() {
        var map = new HashMap<>(Map.of("host", "a"));
        var settings = Settings.of(map);

        map.put("host", "b");

        assertThat(settings.get("host")).isEqualTo("a");
    }

    @Test
    void their_text_shows_names_only() {
        assertThat(Settings.of(Map.of("password", "hunter2", "host", "mail.example")))
                .hasToString("Settings[host, password]");
    }
}
