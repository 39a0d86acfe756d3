package org.bookbell.kannel;

import java.net.URI;
import java.util.Map;
import org.bookbell.http.wire.Form;
import org.bookbell.http.wire.Target;

/**
 * Where a box of Kannel takes requests.
 *
 * @param path percent-encoded, with the query
 */
record BoxAddress(Target target, String path) {

    private static final int LAST_PORT = 65_535;

    /** Reads an absolute http or https address. */
    static BoxAddress of(String address) {
        var uri = URI.create(address);
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new BoxAddress(Target.of(uri), uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /** Whether an address may be entered: an absolute one of http or https without a user. */
    static boolean isRight(String address) {
        try {
            var uri = URI.create(address);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= LAST_PORT
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** The path with one more parameter. */
    String pathWith(String parameter, String value) {
        return path + (path.contains("?") ? "&" : "?") + Form.query(Map.of(parameter, value));
    }
}
