package org.bookbell.access.token;

/**
 * An API token just made.
 *
 * @param secret what the program sends as bearer, shown this once; the server keeps its hash only
 */
public record NewApiToken(ApiToken token, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewApiToken[id=" + token.id() + "]";
    }
}
