package org.bookbell.it.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bookbell.it.server.BookbellServer;
import org.jspecify.annotations.Nullable;

/** A server that was started with {@code --demo}, and how its console says that one signs in. */
final class Demonstration {

    private static final Pattern OPERATOR =
            Pattern.compile("signs in as (?<email>\\S+) with the password (?<password>\\S+)");
    private static final Pattern OWNER =
            Pattern.compile("sign in as +(?<email>owner@harbor-massage\\S+) +(?<password>\\S+)");

    private static @Nullable Demonstration shared;

    private final BookbellServer server;
    /** The cookies of who has signed in: each time costs the server a second. */
    private final Map<Pattern, String> signedIn = new HashMap<>();

    private Demonstration(BookbellServer server) {
        this.server = server;
    }

    /** The one of this run; it is there once its samples are booked. */
    static synchronized Demonstration shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** One that nobody else uses. */
    static Demonstration start() {
        var server = BookbellServer.launched(Map.of("bookbell.demo", "true"));
        server.awaitReady();
        await("the samples")
                .atMost(Duration.ofMinutes(3))
                .until(() -> server.output().contains("sample month"));
        return new Demonstration(server);
    }

    void stop() {
        server.kill();
    }

    String address() {
        return server.address().toString();
    }

    /** Somebody who is not signed in. */
    Visitor visitor() {
        return new Visitor(Chromium.get().newContext(Visitor.window()), address());
    }

    /** Somebody whose browser runs no scripts. */
    Visitor visitorWithoutScripts() {
        return new Visitor(Chromium.get().newContext(Visitor.window().setJavaScriptEnabled(false)), address());
    }

    /** The owner of the sample practice, signed in. */
    Visitor owner() {
        return signedIn(OWNER);
    }

    /** The same in a session that nobody else uses, to sign out of. */
    Visitor ownerInASessionOfItsOwn() {
        return new Visitor(Chromium.get().newContext(Visitor.window().setStorageState(signIn(OWNER))), address())
                .open("/");
    }

    /** The server's operator, signed in. */
    Visitor operator() {
        return signedIn(OPERATOR);
    }

    private Visitor signedIn(Pattern line) {
        var cookies = signedIn.computeIfAbsent(line, this::signIn);
        return new Visitor(Chromium.get().newContext(Visitor.window().setStorageState(cookies)), address()).open("/");
    }

    private String signIn(Pattern line) {
        var shown = find(line);
        var context = Chromium.get().newContext(Visitor.window());
        var visitor = new Visitor(context, address());
        visitor.open("/sign-in");
        visitor.page().getByLabel("E-mail").fill(shown.group("email"));
        visitor.page().getByLabel("Password").fill(shown.group("password"));
        visitor.press("Sign in");
        visitor.page().getByText("Sign out").waitFor();
        var cookies = context.storageState();
        visitor.close();
        return cookies;
    }

    private Matcher find(Pattern line) {
        var shown = line.matcher(server.output());
        if (!shown.find()) {
            throw new IllegalStateException("the console shows no line like " + line + ": " + server.output());
        }
        return shown;
    }
}
