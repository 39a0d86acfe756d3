package org.bookbell.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.access.AccessFixture.HOME;
import static org.bookbell.problem.ProblemType.ALREADY_EXISTS;
import static org.bookbell.problem.ProblemType.NOT_FOUND;
import static org.bookbell.problem.ProblemType.NOT_POSSIBLE_NOW;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bookbell.access.AccessFixture;
import org.bookbell.access.Caller;
import org.bookbell.access.Permission;
import org.bookbell.access.Role;
import org.bookbell.audit.Actor;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static final Actor OPERATOR = Actor.member(1);

    private final AccessFixture access = new AccessFixture();
    private final Member owner =
            access.add(access.practice, "owner@example.org", Role.OWNER).member();

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void an_added_member_gets_a_first_password_once_and_is_listed() {
        var added = access.add(access.practice, "Anna@Example.org", Role.STAFF);

        var session =
                access.signIn.signIn("anna@example.org", added.firstPassword().orElseThrow(), HOME);
        assertThat(session.caller().may(Permission.BOOK, access.practice)).isTrue();
        assertThat(added.toString()).doesNotContain(added.firstPassword().orElseThrow());
        assertThat(access.in(() -> access.members.list(access.practice)))
                .extracting(Member::email)
                .containsExactlyInAnyOrder("owner@example.org", "anna@example.org");
    }

    @Test
    void who_belongs_to_another_organization_keeps_the_password() {
        var first = access.add(access.practice, "anna@example.org", Role.STAFF);
        var second = access.add(access.school, "anna@example.org", Role.OWNER);

        assertThat(second.firstPassword()).isEmpty();
        assertThat(second.member().id()).isEqualTo(first.member().id());
        assertThat(access.callerOf(first.member()).memberships())
                .containsEntry(access.practice, new Caller.Membership(Role.STAFF, OptionalLong.empty()))
                .containsEntry(access.school, new Caller.Membership(Role.OWNER, OptionalLong.empty()));
    }

    @Test
    void nobody_is_a_member_twice() {
        assertRefused(() -> access.add(access.practice, "OWNER@example.org", Role.READER), ALREADY_EXISTS);
    }

    @Test
    void all_faults_of_a_new_member_are_told_at_once() {
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> access.in(
                        () -> access.members.add(OPERATOR, access.practice, NewMember.of("anna", " ", Role.STAFF))));

        assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/email", "/name");
    }

    @Test
    void the_last_owner_neither_leaves_nor_steps_down() {
        assertRefused(() -> change(owner, Role.MANAGER), NOT_POSSIBLE_NOW);
        assertRefused(() -> disable(owner), NOT_POSSIBLE_NOW);

        access.add(access.practice, "second@example.org", Role.OWNER);

        assertThat(change(owner, Role.MANAGER).role()).isEqualTo(Role.MANAGER);
    }

    @Test
    void two_owners_who_demote_each_other_at_once_leave_one() {
        var second =
                access.add(access.practice, "second@example.org", Role.OWNER).member();

        Stream.of(owner, second)
                .map(each -> CompletableFuture.supplyAsync(() -> change(each, Role.READER))
                        .handle((changed, refused) -> refused == null))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(access.in(() -> access.members.list(access.practice)))
                .filteredOn(member -> member.role() == Role.OWNER)
                .hasSize(1);
    }

    @Test
    void who_leaves_one_organization_still_belongs_to_the_other() {
        var anna = access.add(access.practice, "anna@example.org", Role.STAFF).member();
        access.add(access.school, "anna@example.org", Role.STAFF);

        disable(anna);

        assertThat(access.callerOf(anna).memberships()).containsOnlyKeys(access.school);
    }

    @Test
    void who_returns_after_leaving_signs_in_with_the_old_password() {
        var added = access.add(access.practice, "anna@example.org", Role.STAFF);
        disable(added.member());

        var again = access.add(access.practice, "anna@example.org", Role.READER);

        assertThat(again.member().id()).isEqualTo(added.member().id());
        assertThat(access.signIn
                        .signIn("anna@example.org", added.firstPassword().orElseThrow(), HOME)
                        .caller()
                        .roleIn(access.practice))
                .contains(Role.READER);
    }

    @Test
    void a_forgotten_password_is_replaced_by_the_only_organization_of_a_member() {
        var anna = access.add(access.practice, "anna@example.org", Role.STAFF).member();

        var password = access.in(() -> access.members.resetPassword(OPERATOR, access.practice, anna.id()));

        assertThat(access.signIn.signIn("anna@example.org", password, HOME).token())
                .isNotEmpty();
        access.add(access.school, "anna@example.org", Role.STAFF);
        assertRefused(
                () -> access.in(() -> access.members.resetPassword(OPERATOR, access.practice, anna.id())),
                NOT_POSSIBLE_NOW);
    }

    @Test
    void a_member_of_another_organization_is_not_found() {
        Function<Long, List<ThrowingCallable>> actsOn = id -> List.of(
                () -> access.in(() -> access.members.get(access.school, id)),
                () -> access.in(
                        () -> access.members.change(OPERATOR, access.school, id, Role.READER, OptionalLong.empty())),
                () -> access.in(() -> access.members.disable(OPERATOR, access.school, id)),
                () -> access.in(() -> access.members.resetPassword(OPERATOR, access.school, id)));

        assertThat(actsOn.apply(owner.id())).allSatisfy(act -> assertRefused(act, NOT_FOUND));
        assertThat(access.in(() -> access.members.list(access.school))).isEmpty();
    }

    @Test
    void each_change_is_audited_without_personal_data() {
        var anna = access.add(access.practice, "anna@example.org", Role.STAFF).member();
        change(anna, Role.READER);
        disable(anna);

        assertThat(access.in(() -> access.database
                        .sql()
                        .list(
                                "SELECT action, detail FROM audit WHERE object_id = ? ORDER BY id",
                                row -> row.getText("action") + " " + row.getText("detail"),
                                anna.id())))
                .containsExactly("member.added STAFF", "member.changed STAFF to READER", "member.disabled ");
    }

    private Member change(Member member, Role role) {
        return access.in(
                () -> access.members.change(OPERATOR, access.practice, member.id(), role, OptionalLong.empty()));
    }

    private void disable(Member member) {
        access.in(() -> access.members.disable(OPERATOR, access.practice, member.id()));
    }

    private static void assertRefused(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }
}
