package org.bookbell.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.access.AccessFixture.HOME;

import org.bookbell.access.AccessFixture;
import org.bookbell.access.Permission;
import org.bookbell.audit.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstOperatorTest {

    private final AccessFixture access = new AccessFixture();

    @AfterEach
    void close() {
        access.close();
    }

    @Test
    void the_first_start_makes_an_operator_and_the_next_none() {
        var password = access.in(access.firstOperator::appoint).orElseThrow();

        var operator = access.signIn.signIn(FirstOperator.EMAIL, password, HOME).caller();

        assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(operator.mayOperate()).isTrue();
        assertThat(operator.may(Permission.ADMINISTER, access.school)).isTrue();
        assertThat(access.in(access.firstOperator::appoint)).isEmpty();
    }

    @Test
    void an_operator_is_never_disabled_by_leaving_an_organization() {
        access.in(access.firstOperator::appoint);
        access.in(() -> access.database
                .sql()
                .update(
                        "INSERT INTO membership (member_id, organization_id, member_role)"
                                + " SELECT id, ?, 'READER' FROM member",
                        access.school));
        var id = access.in(() -> access.accounts.findByEmail(FirstOperator.EMAIL))
                .orElseThrow();

        access.in(() -> access.members.disable(Actor.system(), access.school, id));

        assertThat(access.in(() -> access.callers.find(id))).isPresent();
    }
}
