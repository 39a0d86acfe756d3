package org.bookbell.clickatell.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends requests over kept connections; safe for threads. Redirects are not followed: secrets stay here. */
public final class RestClient {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private volatile @Nullable HttpClient client;

    public RestClient(Duration connectWithin) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .build();
    }

    /**
     * What was answered. Its text shows the status only.
     *
     * @param status of HTTP
     * @param retryAfter how long the server asks to be left alone (RFC 9110, 10.2.3), where it says so in seconds
     * @param text the beginning of the body
     */
    public record Answer(int status, Optional<Duration> retryAfter, String text) {

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * Sends a request once, unless it is a GET, which the JDK sends again where a kept connection turns out to be closed.
     *
     * @throws ConnectException if certainly nothing was written
     */
    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        var open = client;
        if (open == null) {
            throw new ConnectException("the account was closed");
        }
        var response = open.send(request, unused -> new ShortBody());
        var retryAfter = response.headers()
                .firstValue("Retry-After")
                .filter(SECONDS.asMatchPredicate())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        return new Answer(response.statusCode(), retryAfter, response.body());
    }

    /** Lets go of the client, which ends its threads and connections once no request uses it. */
    public void close() {
        client = null;
    }
}
