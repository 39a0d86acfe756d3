package org.bookbell.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void keys_are_derived_as_rfc_5869_says() {
        var key = ServerKey.of(HexFormat.of().parseHex("0b".repeat(32)));

        var derived = key.derive("", 42);

        // reckoned by another implementation
        assertThat(derived)
                .isEqualTo(
                        HexFormat.of()
                                .parseHex(
                                        "27488977d7c845fa17e618b4e225651a0a417521175396f455da2c465679eea8e1cd54743a052a236fea"));
    }

    @Test
    void another_purpose_has_another_key() {
        var key = ServerKey.of(new byte[32]);

        assertThat(key.derive("links", 32)).isNotEqualTo(key.derive("settings", 32));
        assertThat(key.mac("links", "a".getBytes(UTF_8))).isNotEqualTo(key.mac("settings", "a".getBytes(UTF_8)));
    }

    @Test
    void the_key_may_stand_in_a_file() throws Exception {
        var file = Files.writeString(folder.resolve("secret.key"), KEY + "\n");

        var key = new ServerKey(Optional.empty(), Optional.of(file.toString()));

        assertThat(key.derive("links", 32)).isEqualTo(ServerKey.of(new byte[32]).derive("links", 32));
    }

    @Test
    void a_missing_or_wrong_key_is_named() {
        assertThatThrownBy(() -> new ServerKey(Optional.empty(), Optional.empty()))
                .hasMessageContaining("bookbell.key-file");
        assertThatThrownBy(() -> new ServerKey(Optional.of("short"), Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ServerKey(Optional.of("AAAA"), Optional.empty()))
                .hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new ServerKey(Optional.empty(), Optional.of("/nowhere/secret.key")))
                .hasMessageContaining("/nowhere/secret.key");
    }
}
