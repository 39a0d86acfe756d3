package org.bookbell.access.member;

import java.util.Optional;

/**
 * A member just added.
 *
 * @param firstPassword what to hand over, shown this once; empty for somebody who could sign in before
 */
public record AddedMember(Member member, Optional<String> firstPassword) {

    /** Without the password. */
    @Override
    public String toString() {
        return "AddedMember[" + member + "]";
    }
}
