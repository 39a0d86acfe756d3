package org.bookbell.http.wire;

import java.net.URI;
import java.util.Locale;

/**
 * A server that takes requests.
 *
 * @param host a name or an address, IPv6 in brackets
 */
public record Target(boolean isSecure, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The server of an absolute http or https address. */
    public static Target of(URI address) {
        var isSecure = address.getScheme().toLowerCase(Locale.ROOT).equals("https");
        var usual = isSecure ? HTTPS : HTTP;
        return new Target(isSecure, address.getHost(), address.getPort() < 0 ? usual : address.getPort());
    }

    /** The value of the header Host: RFC 9110, 7.2. */
    String authority() {
        return port == (isSecure ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /** The host as resolvers and certificates spell it. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
