package org.bookbell.smtp.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.smtp.bounce.Bounces.ADDRESS;
import static org.bookbell.smtp.bounce.Bounces.ATTEMPT;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceAddressTest {

    @Test
    void an_address_names_its_attempt_whatever_the_case_in_which_it_comes_back() {
        var address = ADDRESS.of(ATTEMPT);

        assertThat(address).matches("bounces\\+0aaaaaaaaaaaa[a-z2-7]{10}@practice\\.example");
        assertThat(ADDRESS.findAttempt(address)).contains(ATTEMPT);
        assertThat(ADDRESS.findAttempt("<" + address.toUpperCase(Locale.ROOT) + ">"))
                .contains(ATTEMPT);
        assertThat(ADDRESS.findAttempt("\"Ann\" <ann@example.org>, " + address)).contains(ATTEMPT);
    }

    @Test
    void a_mark_is_right_for_one_attempt_only() {
        var forged = ADDRESS.of(ATTEMPT).replace("0aaaaaaaaaaaa", "0aaaaaaaaaaab");

        assertThat(ADDRESS.findAttempt(forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounces@practice.example", "bounces+0aaaaaaaaaaaa@practice.example", "", "+@"})
    void an_address_without_a_mark_names_nothing(String address) {
        assertThat(ADDRESS.findAttempt(address)).isEmpty();
    }

    @Test
    void what_only_contains_the_address_is_another_one() {
        var address = ADDRESS.of(ATTEMPT);

        assertThat(ADDRESS.findAttempt("more" + address)).isEmpty();
        assertThat(ADDRESS.findAttempt(address + ".org")).isEmpty();
    }

    @Test
    void accounts_that_share_a_mailbox_leave_each_others_bounces_alone() {
        var other = new BounceAddress(Bounces.account(0), "other");

        assertThat(other.findAttempt(ADDRESS.of(ATTEMPT))).isEmpty();
    }

    @Test
    void the_local_part_stays_within_64_characters() {
        assertThat(BounceAddress.isUsable("a".repeat(40) + "@example.org")).isTrue();
        assertThat(BounceAddress.isUsable("a".repeat(41) + "@example.org")).isFalse();
        assertThat(BounceAddress.isUsable("\"a b\"@example.org")).isFalse();
        assertThat(40 + 1 + 13 + 10).isEqualTo(64);
    }
}
