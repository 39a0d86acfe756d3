package org.bookbell.http.wire;

import java.net.URI;

/**
 * Where an API is.
 *
 * @param prefix what all paths begin with; without a slash at its end
 */
public record ApiAddress(Target target, String prefix) {

    /** Reads an absolute http or https address. */
    public static ApiAddress of(String address) {
        var uri = URI.create(address);
        return new ApiAddress(Target.of(uri), uri.getRawPath().replaceFirst("/+$", ""));
    }

    /** The path of what the API calls {@code rest}, such as {@code /messages}. */
    public String path(String rest) {
        return prefix + rest;
    }
}
