package org.bookbell.plugin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.bookbell.spi.Settings;
import org.bookbell.storage.ServerKey;
import org.junit.jupiter.api.Test;

class SettingsCipherTest {

    private final SettingsCipher cipher = new SettingsCipher(ServerKey.of(new byte[32]));
    private final Settings settings = Settings.of(Map.of("password", "swordfish", "empty", ""));

    @Test
    void what_was_encrypted_is_read_again() {
        var text = cipher.encrypt("main", settings);

        assertThat(cipher.decrypt("main", text).orElseThrow().asMap()).isEqualTo(settings.asMap());
    }

    @Test
    void the_same_settings_look_different_each_time() {
        assertThat(cipher.encrypt("main", settings)).isNotEqualTo(cipher.encrypt("main", settings));
    }

    @Test
    void settings_moved_to_another_gateway_are_unreadable() {
        assertThat(cipher.decrypt("other", cipher.encrypt("main", settings))).isEmpty();
    }

    @Test
    void another_server_key_cannot_read_them() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 1);

        var other = new SettingsCipher(ServerKey.of(key));

        assertThat(other.decrypt("main", cipher.encrypt("main", settings))).isEmpty();
    }

    @Test
    void damaged_settings_are_unreadable_not_an_error() {
        assertThat(cipher.decrypt("main", "nonsense!")).isEmpty();
        assertThat(cipher.decrypt("main", "AAAA")).isEmpty();
    }
}
