package org.bookbell.problem;

import java.util.Locale;

/** The kinds of refusals; each has a page in {@code docs/errors}. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    NOT_SIGNED_IN(401, "Sign in first"),
    FORBIDDEN(403, "This account may not do that"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This address does not take that method"),
    NOT_ACCEPTABLE(406, "The answer has no such format"),
    SLOT_TAKEN(409, "The time is not free"),
    NOT_POSSIBLE_NOW(409, "The state of the object does not allow that"),
    ALREADY_EXISTS(409, "Something with that name exists"),
    STALE_VERSION(412, "Somebody else changed it first"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The format of the request is not supported"),
    INVALID_REQUEST(422, "Some values are not allowed"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "The server failed"),
    UNAVAILABLE(503, "The server cannot answer for the moment");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that belongs to it. */
    public int status() {
        return status;
    }

    /** One line, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable name in addresses: {@code slot-taken}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
