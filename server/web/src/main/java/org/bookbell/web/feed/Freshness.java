package org.bookbell.web.feed;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a subscriber has already, and how it wants what is new. The tag of the zipped text is another one, since a strong
 * tag stands for bytes (RFC 9110 §8.8.3); either is good to ask with.
 */
record Freshness(String tag, boolean isZipped, boolean isKnown) {

    private static final String ZIPPED = "-gzip";

    static Freshness of(String edition, HttpHeaders headers) {
        return of(
                edition,
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING)),
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)));
    }

    static Freshness of(String edition, Optional<String> acceptEncoding, Optional<String> ifNoneMatch) {
        var isZipped = takesGzip(acceptEncoding);
        var isKnown = ifNoneMatch.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(each -> isTagOf(edition, each));
        return new Freshness(quoted(edition + (isZipped ? ZIPPED : "")), isZipped, isKnown);
    }

    /** RFC 9110 §13.1.2: compared weakly, and {@code *} is whatever there is. */
    private static boolean isTagOf(String edition, String given) {
        var tag = given.replaceFirst("^W/", "");
        return tag.equals("*") || tag.equals(quoted(edition)) || tag.equals(quoted(edition + ZIPPED));
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    /** RFC 9110 §12.5.3: named, and not with the quality 0. */
    private static boolean takesGzip(Optional<String> accepted) {
        return accepted.stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("(x-)?gzip(;q=(?!0(\\.0*)?$).*)?"));
    }
}
