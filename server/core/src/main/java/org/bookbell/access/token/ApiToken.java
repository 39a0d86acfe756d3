package org.bookbell.access.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bookbell.access.Scope;

/**
 * A key with which a program acts for an organization. It may at most what the member who made it may, and ends with
 * the membership.
 *
 * @param memberId who made it
 * @param name what it is for
 */
public record ApiToken(
        long id,
        long memberId,
        String name,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }
}
