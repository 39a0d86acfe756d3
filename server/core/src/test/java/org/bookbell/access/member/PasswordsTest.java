package org.bookbell.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bookbell.problem.Faults;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(10);

    @Test
    void a_password_matches_what_was_kept_of_it_and_no_other() {
        var kept = passwords.hash("correct horse");

        assertThat(passwords.matches("correct horse", kept)).isTrue();
        assertThat(passwords.matches("correct horsf", kept)).isFalse();
        assertThat(passwords.hash("correct horse")).isNotEqualTo(kept);
    }

    @Test
    void an_accent_may_be_typed_in_either_way() {
        var kept = passwords.hash("caf\u00e9 au lait");

        assertThat(passwords.matches("cafe\u0301 au lait", kept)).isTrue();
    }

    @Test
    void the_server_hashes_at_210000_rounds_and_reads_older_hashes_at_theirs() {
        var server = new Passwords();
        var older = passwords.hash("correct horse");

        assertThat(server.hash("correct horse"))
                .startsWith("pbkdf2-sha512$210000$")
                .hasSizeLessThan(255);
        assertThat(server.matches("correct horse", older)).isTrue();
    }

    @Test
    void a_hash_of_another_kind_is_a_bug() {
        assertThatThrownBy(() -> passwords.matches("correct horse", "md5$x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("md5");
    }

    @Test
    void a_short_password_is_a_fault() {
        var faults = new Faults();

        Passwords.check(faults, "elevenchars", "/password");
        Passwords.check(faults, "twelve chars", "/password");

        assertThat(faults.list()).hasSize(1);
    }
}
