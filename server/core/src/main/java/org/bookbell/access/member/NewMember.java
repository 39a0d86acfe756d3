package org.bookbell.access.member;

import java.util.OptionalLong;
import org.bookbell.access.Role;
import org.bookbell.organization.ContactSyntax;
import org.bookbell.problem.Faults;

/**
 * Who shall become a member, as somebody wrote it.
 *
 * @param staffId a staff member of the organization, whom the caller has looked up there, if the new member is one
 */
public record NewMember(String email, String name, Role role, OptionalLong staffId) {

    private static final int LONGEST_NAME = 120;

    public static NewMember of(String email, String name, Role role) {
        return new NewMember(email, name, role, OptionalLong.empty());
    }

    /** Adds what cannot be. */
    public void check(Faults faults) {
        faults.check(
                ContactSyntax.findEmail(email).isPresent(),
                "/email",
                "The e-mail must be an address, such as \"anna@example.org\".");
        faults.check(
                !name.isBlank() && name.strip().length() <= LONGEST_NAME,
                "/name",
                "The name must have 1 to 120 characters.");
    }

    String normalizedEmail() {
        return ContactSyntax.findEmail(email).orElseThrow();
    }
}
