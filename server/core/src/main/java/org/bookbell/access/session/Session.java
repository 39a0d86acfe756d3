package org.bookbell.access.session;

import java.time.Instant;
import org.bookbell.access.Caller;

/**
 * A member's session as it begins.
 *
 * @param token the secret for the cookie, shown this once; the server keeps its hash only
 * @param expiresAt when it ends unless it is used
 */
public record Session(String token, Caller caller, Instant expiresAt) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Session[member=" + caller.memberId() + ", expiresAt=" + expiresAt + "]";
    }
}
