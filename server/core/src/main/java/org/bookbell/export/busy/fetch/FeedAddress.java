package org.bookbell.export.busy.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a calendar is, whoever knows it can read it: it is a secret, and its text never shows more than the host.
 *
 * @param uri absolute, http or https, without user and fragment, the host in ASCII
 */
public record FeedAddress(URI uri) {

    /** The longest that is taken. */
    public static final int LONGEST = 2_000;

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int LAST_PORT = 65_535;

    /** What somebody entered, {@code webcal:} as https; empty if no calendar can be there. */
    public static Optional<FeedAddress> parse(String text) {
        var bare = text.strip();
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(new URI(bare.replaceFirst("(?i)^webcals?:", "https:")));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<FeedAddress> of(URI uri) throws URISyntaxException {
        var authority = uri.getRawAuthority();
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (authority == null || authority.contains("@") || !(scheme.equals("https") || scheme.equals("http"))) {
            return Optional.empty();
        }
        var ascii = new URI(scheme + "://" + ascii(authority) + path(uri));
        var isUsable = ascii.getHost() != null && ascii.getPort() <= LAST_PORT && ascii.getPort() != 0;
        return isUsable ? Optional.of(new FeedAddress(ascii)) : Optional.empty();
    }

    private static String ascii(String authority) {
        return authority.startsWith("[") ? authority : IDN.toASCII(authority).toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        var path = uri.getRawPath();
        return (path == null || path.isEmpty() ? "/" : path)
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** Where a redirection leads from here. */
    Optional<FeedAddress> follow(String location) {
        try {
            return parse(uri.resolve(new URI(location.strip())).toString());
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    boolean isSecure() {
        return uri.getScheme().equals("https");
    }

    boolean isOnUsualPort() {
        return port() == usualPort(uri);
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    int port() {
        return port(uri);
    }

    /** As the Host header has it. */
    String authority() {
        return uri.getHost() + (isOnUsualPort() ? "" : ":" + port());
    }

    String target() {
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + ":" + port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() < 0 ? usualPort(uri) : uri.getPort();
    }

    private static int usualPort(URI uri) {
        return "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /** What may be shown. */
    public String masked() {
        return uri.getScheme() + "://" + authority() + "/…";
    }

    /** Whole, for whoever keeps it. */
    public String secret() {
        return uri.toASCIIString();
    }

    @Override
    public String toString() {
        return masked();
    }
}
