package org.bookbell.kannel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests to the boxes of a Kannel over kept connections; safe for threads. */
final class BoxClient {

    private volatile @Nullable HttpClient client;

    BoxClient(Duration connectWithin) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .build();
    }

    /** What a box answered: the status of HTTP and the beginning of the text. */
    record Answer(int status, String text) {}

    /**
     * Sends a request once, unless it is a GET, which the JDK sends again where a kept connection turns out to be closed.
     *
     * @throws ConnectException if certainly nothing was written
     */
    Answer send(HttpRequest request) throws IOException, InterruptedException {
        var open = client;
        if (open == null) {
            throw new ConnectException("the account was closed");
        }
        var response = open.send(request, unused -> new ShortBody());
        return new Answer(response.statusCode(), response.body());
    }

    /** Lets go of the client, which ends its threads and connections once no request uses it. */
    void close() {
        client = null;
    }
}
