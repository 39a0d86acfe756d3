package org.bookbell.it.server;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.regex.Pattern;

/** Signing in as a person does. */
final class Session {

    private static final Pattern TOKEN_OF_PAGE = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private Session() {}

    /** Speaks with the cookie of a new session, and the token that our own pages send along. */
    static Api signIn(Api visitor, String email, String password) {
        var answer =
                visitor.submit("/sign-in", "email=" + encode(email, UTF_8) + "&password=" + encode(password, UTF_8));
        if (answer.status() != 303) {
            throw new IllegalStateException("cannot sign in: " + answer);
        }
        var member = visitor.with("Cookie", answer.header("Set-Cookie").replaceAll(";.*", ""));
        var page = TOKEN_OF_PAGE.matcher(firstPage(member).body());
        if (!page.find()) {
            throw new IllegalStateException("the page carries no token against other sites");
        }
        return member.with("X-CSRF-Token", page.group(1));
    }

    /** Whoever belongs to one organization is led straight to its page. */
    private static Answer firstPage(Api member) {
        var home = member.get("/");
        return home.status() == 303
                ? member.get(URI.create(home.header("Location")).getPath())
                : home;
    }
}
