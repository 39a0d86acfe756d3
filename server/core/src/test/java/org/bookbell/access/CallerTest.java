package org.bookbell.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.access.Permission.ADMINISTER;
import static org.bookbell.access.Permission.BOOK;
import static org.bookbell.access.Permission.MANAGE;
import static org.bookbell.access.Permission.OWN_CALENDAR;
import static org.bookbell.access.Permission.READ;
import static org.bookbell.problem.ProblemType.FORBIDDEN;
import static org.bookbell.problem.ProblemType.NOT_FOUND;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bookbell.audit.Actor;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallerTest {

    private static final long OWN = 1;
    private static final long FOREIGN = 2;

    /** The table of rights: what is not listed is refused. */
    private static final Map<Role, Set<Permission>> ROLES = Map.of(
            Role.OWNER, EnumSet.of(READ, BOOK, OWN_CALENDAR, MANAGE, ADMINISTER),
            Role.MANAGER, EnumSet.of(READ, BOOK, OWN_CALENDAR, MANAGE),
            Role.STAFF, EnumSet.of(READ, BOOK, OWN_CALENDAR),
            Role.READER, EnumSet.of(READ));

    private static final Map<Scope, Set<Permission>> SCOPES = Map.of(
            Scope.READ, EnumSet.of(READ),
            Scope.BOOK, EnumSet.of(READ, BOOK),
            Scope.MANAGE, EnumSet.of(READ, BOOK, OWN_CALENDAR, MANAGE));

    @ParameterizedTest
    @MethodSource("rolesAndPermissions")
    void a_role_may_what_the_table_grants_and_nothing_in_another_organization(Role role, Permission permission) {
        var caller = member(role);

        assertThat(caller.may(permission, OWN)).isEqualTo(ROLES.get(role).contains(permission));
        assertThat(caller.may(permission, FOREIGN)).isFalse();
        assertThat(caller.mayOperate()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("scopesRolesAndPermissions")
    void a_token_may_what_both_its_scope_and_its_maker_may(Scope scope, Role role, Permission permission) {
        var caller = token(member(role), scope);

        assertThat(caller.may(permission, OWN))
                .isEqualTo(ROLES.get(role).contains(permission)
                        && SCOPES.get(scope).contains(permission));
        assertThat(caller.may(permission, FOREIGN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void an_operator_may_everything_everywhere_but_a_token_of_theirs_stays_in_its_organization(Permission permission) {
        var operator = new Caller(9, "Op", Locale.ENGLISH, true, Map.of(), Optional.empty());
        var token = token(operator, Scope.MANAGE);

        assertThat(operator.may(permission, OWN)).isTrue();
        assertThat(operator.may(permission, FOREIGN)).isTrue();
        assertThat(operator.mayOperate()).isTrue();
        assertThat(token.may(permission, OWN)).isEqualTo(permission != ADMINISTER);
        assertThat(token.may(permission, FOREIGN)).isFalse();
        assertThat(token.mayOperate()).isFalse();
    }

    @Test
    void a_foreign_organization_does_not_exist_and_a_missing_right_is_said() {
        var reader = member(Role.READER);

        assertRefused(() -> reader.require(READ, FOREIGN), NOT_FOUND);
        assertRefused(() -> reader.require(BOOK, OWN), FORBIDDEN);
        assertRefused(reader::requireOperator, NOT_FOUND);
        assertThatCode(() -> reader.require(READ, OWN)).doesNotThrowAnyException();
    }

    @Test
    void staff_change_their_own_calendar_and_managers_everybodys() {
        var staff = new Caller(
                7,
                "Anna",
                Locale.UK,
                false,
                Map.of(OWN, new Caller.Membership(Role.STAFF, OptionalLong.of(70))),
                Optional.empty());

        assertThatCode(() -> staff.requireCalendar(OWN, 70)).doesNotThrowAnyException();
        assertRefused(() -> staff.requireCalendar(OWN, 71), FORBIDDEN);
        assertRefused(() -> staff.requireCalendar(FOREIGN, 70), NOT_FOUND);
        assertThatCode(() -> member(Role.MANAGER).requireCalendar(OWN, 71)).doesNotThrowAnyException();
    }

    @Test
    void the_audit_and_idempotency_tell_a_token_from_its_maker() {
        var member = member(Role.OWNER);
        var token = token(member, Scope.READ);

        assertThat(member.actor()).isEqualTo(Actor.member(7));
        assertThat(token.actor()).isEqualTo(Actor.token(3));
        assertThat(member.key()).isNotEqualTo(token.key());
    }

    static Stream<Arguments> rolesAndPermissions() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Permission.values()).map(right -> Arguments.of(role, right)));
    }

    static Stream<Arguments> scopesRolesAndPermissions() {
        return Arrays.stream(Scope.values())
                .flatMap(scope -> rolesAndPermissions().map(pair -> Arguments.of(scope, pair.get()[0], pair.get()[1])));
    }

    private static Caller member(Role role) {
        return new Caller(
                7,
                "Anna",
                Locale.UK,
                false,
                Map.of(OWN, new Caller.Membership(role, OptionalLong.empty())),
                Optional.empty());
    }

    private static Caller token(Caller maker, Scope scope) {
        return new Caller(
                maker.memberId(),
                maker.name(),
                maker.locale(),
                maker.isOperator(),
                maker.memberships(),
                Optional.of(new Caller.Token(3, OWN, Set.of(scope))));
    }

    private static void assertRefused(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
