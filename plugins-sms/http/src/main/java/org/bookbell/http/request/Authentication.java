package org.bookbell.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** How a request proves whose it is: headers made of user name and secret. */
public final class Authentication {

    private Authentication() {}

    /** RFC 7617, in UTF-8. */
    public static HeaderTemplate basic(String username, String secret) {
        var pair = Base64.getEncoder().encodeToString((username + ":" + secret).getBytes(UTF_8));
        return HeaderTemplate.of("Authorization", "Basic " + pair);
    }

    /** RFC 6750, 2.1. */
    public static HeaderTemplate bearer() {
        return HeaderTemplate.of("Authorization", "Bearer {secret}");
    }
}
