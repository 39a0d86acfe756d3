package org.bookbell.http.wire;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where an API is.
 *
 * @param prefix what all paths begin with; without a slash at its end
 */
public record ApiAddress(Target target, String prefix) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int LAST_PORT = 65_535;

    /** Reads an absolute http or https address. */
    public static ApiAddress of(String address) {
        var uri = URI.create(address);
        return new ApiAddress(Target.of(uri), uri.getRawPath().replaceFirst("/+$", ""));
    }

    /**
     * Whether an address may be entered: an absolute one of https without a user, a query or a fragment. Secrets travel in
     * requests, so that only this machine is spoken to without TLS.
     */
    public static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getPort() <= LAST_PORT
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || isHere(uri));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Whether an address is one of this machine. */
    public static boolean isHere(URI address) {
        return address.getHost() != null && LOOPBACK.matcher(address.getHost()).matches();
    }

    /** The path of what the API calls {@code rest}, such as {@code /messages}. */
    public String path(String rest) {
        return prefix + rest;
    }
}
