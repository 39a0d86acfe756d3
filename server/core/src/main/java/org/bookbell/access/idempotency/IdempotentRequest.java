package org.bookbell.access.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.bookbell.access.Caller;
import org.bookbell.access.Secrets;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/** A request that shall take effect once, however often it comes. */
public final class IdempotentRequest {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private final long organizationId;
    private final String caller;
    private final String key;
    private final byte[] bodyHash;

    private IdempotentRequest(long organizationId, String caller, String key, byte[] bodyHash) {
        this.organizationId = organizationId;
        this.caller = caller;
        this.key = key;
        this.bodyHash = bodyHash;
    }

    /**
     * A request as it came.
     *
     * @param caller whose key it is: {@link Caller#key()}, or {@code visitor} for somebody without an account
     * @param key the value of {@code Idempotency-Key}
     * @param target what is asked to act: method and path
     */
    public static IdempotentRequest of(long organizationId, String caller, String key, String target, byte[] body) {
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "The Idempotency-Key must have 1 to 100 visible ASCII characters; a random UUID is a good one.");
        }
        var prefix = (target + "\n").getBytes(StandardCharsets.UTF_8);
        var whole = Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, whole, prefix.length, body.length);
        return new IdempotentRequest(organizationId, caller, key, Secrets.hash(whole));
    }

    long organizationId() {
        return organizationId;
    }

    String caller() {
        return caller;
    }

    String key() {
        return key;
    }

    byte[] bodyHash() {
        return bodyHash.clone();
    }
}
