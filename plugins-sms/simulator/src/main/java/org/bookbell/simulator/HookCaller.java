package org.bookbell.simulator;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Calls the web hook of the server over HTTP, as a provider does. */
final class HookCaller {

    private static final int CONNECT_MILLIS = 1000;
    private static final int READ_MILLIS = 3000;

    private final URI hook;
    private final Optional<String> secret;

    HookCaller(URI hook, Optional<String> secret) {
        this.hook = hook;
        this.secret = secret;
    }

    /** Posts {@code lines}; throws unless the server says that it took them, and answers false where nobody listens. */
    boolean post(String lines) {
        int status;
        try {
            status = exchange(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException nobodyListens) {
            return false;
        }
        if (status / 100 != 2) {
            throw new IllegalStateException("the web hook answers " + status);
        }
        return true;
    }

    private int exchange(byte[] body) throws IOException {
        var connection = (HttpURLConnection) hook.toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/plain;charset=utf-8");
        secret.ifPresent(key -> connection.setRequestProperty(
                HookSignature.HEADER, HookSignature.of(key, "POST", hook.toString(), body)));
        connection.setDoOutput(true);
        try {
            connection.getOutputStream().write(body);
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
