package org.bookbell.access.member;

import java.util.OptionalLong;
import org.bookbell.access.Role;

/**
 * A person who signs in, as seen from one organization.
 *
 * @param email in lower case
 * @param staffId whose calendar is the member's own, if anybody's
 */
public record Member(long id, long organizationId, String email, String name, Role role, OptionalLong staffId) {

    /** Without name and e-mail. */
    @Override
    public String toString() {
        return "Member[id=" + id + ", organization=" + organizationId + ", role=" + role + "]";
    }
}
