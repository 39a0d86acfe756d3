package org.bookbell.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.problem.ProblemType.NOT_FOUND;

import java.time.Duration;
import java.util.Set;
import org.bookbell.access.AccessFixture;
import org.bookbell.access.Permission;
import org.bookbell.access.Role;
import org.bookbell.access.Scope;
import org.bookbell.access.member.Member;
import org.bookbell.audit.Actor;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTokensTest {

    private final AccessFixture access = new AccessFixture();
    private final Member owner =
            access.add(access.practice, "owner@example.org", Role.OWNER).member();
    private final Member anna =
            access.add(access.practice, "anna@example.org", Role.MANAGER).member();

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void a_token_speaks_for_its_organization_within_its_scopes() {
        var made = create(Scope.READ, Scope.BOOK);

        var caller = access.signIn.findCallerByApiToken(made.secret()).orElseThrow();

        assertThat(made.secret()).startsWith("bbk_").hasSize(47);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(caller.actor()).isEqualTo(Actor.token(made.token().id()));
        assertThat(caller.may(Permission.BOOK, access.practice)).isTrue();
        assertThat(caller.may(Permission.MANAGE, access.practice)).isFalse();
        assertThat(caller.may(Permission.READ, access.school)).isFalse();
    }

    @Test
    void a_revoked_token_is_nobody_and_stays_listed() {
        var made = create(Scope.MANAGE);

        access.in(() -> access.tokens.revoke(
                Actor.system(), access.practice, made.token().id()));
        access.in(() -> access.tokens.revoke(
                Actor.system(), access.practice, made.token().id()));

        assertThat(access.signIn.findCallerByApiToken(made.secret())).isEmpty();
        assertThat(access.in(() -> access.tokens.list(access.practice)))
                .singleElement()
                .satisfies(token -> assertThat(token.revokedAt()).isPresent());
    }

    @Test
    void a_token_loses_what_its_maker_loses_and_ends_with_the_membership() {
        var made = create(Scope.MANAGE);

        access.in(() -> access.members.change(Actor.system(), access.practice, anna.id(), Role.READER, anna.staffId()));
        var asReader = access.signIn.findCallerByApiToken(made.secret()).orElseThrow();
        access.in(() -> access.members.disable(Actor.system(), access.practice, anna.id()));

        assertThat(asReader.may(Permission.MANAGE, access.practice)).isFalse();
        assertThat(asReader.may(Permission.READ, access.practice)).isTrue();
        assertThat(access.signIn.findCallerByApiToken(made.secret())).isEmpty();
    }

    @Test
    void the_last_use_is_noted_to_five_minutes() {
        var made = create(Scope.READ);
        var first = access.database.clock().instant();

        access.signIn.findCallerByApiToken(made.secret());
        access.database.clock().advance(Duration.ofMinutes(4));
        access.signIn.findCallerByApiToken(made.secret());

        assertThat(access.in(() -> access.tokens.list(access.practice)))
                .singleElement()
                .satisfies(token -> assertThat(token.lastUsedAt()).contains(first));
    }

    @Test
    void another_organization_sees_and_revokes_no_token() {
        var made = create(Scope.READ);

        assertThat(access.in(() -> access.tokens.list(access.school))).isEmpty();
        assertThatThrownBy(() -> access.in(() -> access.tokens.revoke(
                        Actor.system(), access.school, made.token().id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
        assertThat(access.signIn.findCallerByApiToken(made.secret())).isPresent();
    }

    @Test
    void a_token_has_a_name_and_a_scope() {
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> access.in(
                        () -> access.tokens.create(Actor.system(), access.practice, owner.id(), " ", Set.of())));

        assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/name", "/scopes");
    }

    private NewApiToken create(Scope... scopes) {
        return access.in(() ->
                access.tokens.create(Actor.member(anna.id()), access.practice, anna.id(), "website", Set.of(scopes)));
    }
}
