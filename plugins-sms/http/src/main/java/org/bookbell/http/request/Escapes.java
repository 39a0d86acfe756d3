package org.bookbell.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** How values are spelt where some characters mean something else. */
final class Escapes {

    private Escapes() {}

    /**
     * For addresses and forms: everything but unreserved characters percent-encoded in UTF-8 (RFC 3986, 2.1 and 2.3). A
     * space becomes {@code %20}, which both understand, and a plus sign {@code %2B}.
     */
    static String url(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** For XML 1.0: text and attribute values, 2.4. Line ends as references, or a parser would make spaces of them. */
    static String xml(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(character).append(';');
                default -> escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
