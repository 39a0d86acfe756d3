package org.bookbell.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.access.AccessFixture.HOME;
import static org.bookbell.problem.ProblemType.NOT_SIGNED_IN;
import static org.bookbell.problem.ProblemType.TOO_MANY_REQUESTS;

import java.time.Duration;
import java.util.stream.IntStream;
import org.bookbell.access.AccessFixture;
import org.bookbell.access.Permission;
import org.bookbell.access.Role;
import org.bookbell.access.Secrets;
import org.bookbell.access.member.AddedMember;
import org.bookbell.audit.Actor;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String EMAIL = "anna@example.org";

    private final AccessFixture access = new AccessFixture();
    private final AddedMember anna = access.add(access.practice, EMAIL, Role.MANAGER);
    private final String password = anna.firstPassword().orElseThrow();

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void a_member_signs_in_and_is_known_by_the_session_until_signing_out() {
        var session = access.signIn.signIn(" Anna@Example.org ", password, HOME);

        assertThat(session.caller().memberId()).isEqualTo(anna.member().id());
        assertThat(session.caller().roleIn(access.practice)).contains(Role.MANAGER);
        assertThat(access.signIn.findCaller(session.token())).contains(session.caller());
        access.signIn.signOut(session.token());
        assertThat(access.signIn.findCaller(session.token())).isEmpty();
    }

    @Test
    void neither_the_token_nor_the_password_is_in_the_database() {
        var session = access.signIn.signIn(EMAIL, password, HOME);

        assertThat(session.toString()).doesNotContain(session.token());
        assertThat(access.in(() -> access.database
                        .sql()
                        .list("SELECT password_hash FROM member", row -> row.getText("password_hash"))))
                .noneMatch(hash -> hash.contains(password));
        assertThat(access.in(() -> access.database
                        .sql()
                        .list("SELECT token_hash FROM member_session", row -> row.getBytes("token_hash"))))
                .containsExactly(Secrets.hash(session.token()));
    }

    @Test
    void an_unknown_email_is_refused_in_the_very_words_of_a_wrong_password() {
        var wrongPassword = refusal(EMAIL, "no such password");
        var unknownEmail = refusal("nobody@example.org", "no such password");

        assertThat(wrongPassword.type()).isEqualTo(NOT_SIGNED_IN);
        assertThat(unknownEmail.type()).isEqualTo(NOT_SIGNED_IN);
        assertThat(unknownEmail.detail()).isEqualTo(wrongPassword.detail());
    }

    @Test
    void after_ten_failures_even_the_right_password_has_to_wait() {
        fail(EMAIL, 10);

        assertRefused(EMAIL, password, TOO_MANY_REQUESTS);
        access.database.clock().advance(Duration.ofMinutes(15));
        assertThat(access.signIn.signIn(EMAIL, password, HOME).token()).isNotEmpty();
    }

    @Test
    void failures_count_alike_for_an_email_that_nobody_has() {
        fail("nobody@example.org", 10);

        assertRefused("nobody@example.org", "guess", TOO_MANY_REQUESTS);
    }

    @Test
    void an_address_that_tries_one_email_after_the_other_has_to_wait() {
        IntStream.range(0, 50).forEach(n -> refusal("guess" + n + "@example.org", "guess"));

        assertRefused(EMAIL, password, TOO_MANY_REQUESTS);
        assertThat(access.signIn.signIn(EMAIL, password, "198.51.100.1").token())
                .isNotEmpty();
    }

    @Test
    void signing_in_often_is_no_failure() {
        IntStream.range(0, 60).forEach(n -> access.signIn.signIn(EMAIL, password, HOME));

        assertThat(access.in(() -> access.database.sql().count("SELECT COUNT(*) FROM sign_in_failure")))
                .isZero();
    }

    @Test
    void a_session_ends_twelve_hours_after_its_last_use_and_thirty_days_after_its_begin() {
        var idle = access.signIn.signIn(EMAIL, password, HOME);
        var busy = access.signIn.signIn(EMAIL, password, HOME);

        var seen = IntStream.range(0, 71)
                .filter(tenHours -> {
                    access.database.clock().advance(Duration.ofHours(10));
                    return access.signIn.findCaller(busy.token()).isPresent();
                })
                .count();

        assertThat(seen).isEqualTo(71);
        assertThat(access.signIn.findCaller(idle.token())).isEmpty();
        access.database.clock().advance(Duration.ofHours(11));
        assertThat(access.signIn.findCaller(busy.token())).isEmpty();
    }

    @Test
    void a_disabled_member_is_signed_out_and_cannot_return() {
        access.add(access.practice, "owner@example.org", Role.OWNER);
        var session = access.signIn.signIn(EMAIL, password, HOME);

        access.in(() -> access.members.disable(
                Actor.system(), access.practice, anna.member().id()));

        assertThat(access.signIn.findCaller(session.token())).isEmpty();
        assertRefused(EMAIL, password, NOT_SIGNED_IN);
    }

    @Test
    void a_changed_role_counts_at_once() {
        var session = access.signIn.signIn(EMAIL, password, HOME);

        access.in(() -> access.members.change(
                Actor.system(),
                access.practice,
                anna.member().id(),
                Role.READER,
                anna.member().staffId()));

        assertThat(access.signIn.findCaller(session.token()).orElseThrow().may(Permission.BOOK, access.practice))
                .isFalse();
    }

    @Test
    void who_changes_the_password_stays_signed_in_here_and_is_signed_out_elsewhere() {
        var here = access.signIn.signIn(EMAIL, password, HOME);
        var elsewhere = access.signIn.signIn(EMAIL, password, HOME);

        access.signIn.changePassword(here.caller(), password, "a sentence I remember", HOME, here.token());

        assertThat(access.signIn.findCaller(here.token())).isPresent();
        assertThat(access.signIn.findCaller(elsewhere.token())).isEmpty();
        assertRefused(EMAIL, password, NOT_SIGNED_IN);
        assertThat(access.signIn.signIn(EMAIL, "a sentence I remember", HOME).token())
                .isNotEmpty();
    }

    @Test
    void a_password_is_changed_neither_to_a_short_one_nor_without_the_present_one() {
        var here = access.signIn.signIn(EMAIL, password, HOME);

        assertThatThrownBy(() -> access.signIn.changePassword(here.caller(), password, "short", HOME, here.token()))
                .hasMessageContaining("12 to 200");
        assertThatThrownBy(() -> access.signIn.changePassword(
                        here.caller(), "not mine", "a sentence I remember", HOME, here.token()))
                .isInstanceOf(ProblemException.class);
        assertThat(access.signIn.signIn(EMAIL, password, HOME).token()).isNotEmpty();
    }

    @Test
    void a_password_of_a_megabyte_is_just_wrong() {
        assertRefused(EMAIL, "x".repeat(1_000_000), NOT_SIGNED_IN);
    }

    @Test
    void what_is_no_token_is_nobody() {
        assertThat(access.signIn.findCaller("")).isEmpty();
        assertThat(access.signIn.findCallerByApiToken("bbk_")).isEmpty();
        assertThat(access.signIn.findCallerByApiToken("bbk_" + "x".repeat(43))).isEmpty();
    }

    private void fail(String email, int times) {
        IntStream.range(0, times).forEach(n -> refusal(email, "guess " + n));
    }

    private ProblemException refusal(String email, String guess) {
        return catchThrowableOfType(ProblemException.class, () -> access.signIn.signIn(email, guess, HOME));
    }

    private void assertRefused(String email, String guess, ProblemType type) {
        assertThat(refusal(email, guess).type()).isEqualTo(type);
    }
}
