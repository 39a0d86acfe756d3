package ${package};

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * Posts documents to the provider, each once, over connections that are kept; safe for threads. Redirections are not
 * followed, so that the token goes to nobody else. A server lets a thread wait for ten seconds: longer waits are ended by
 * an interrupt.
 */
final class JsonPost {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final Account account;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();
    private volatile boolean isClosed;

    JsonPost(Account account) {
        this.account = account;
    }

    /** What became of it: refused only where it certainly was not taken. */
    SubmitResult send(JsonObject document) throws InterruptedException {
        var json = document.toString();
        if (isClosed) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "closed", "The account was closed.");
        }
        if (!UTF_8.newEncoder().canEncode(json)) {
            return SubmitResult.refused(RefusalReason.CONTENT, "", "The message holds half of a character.");
        }
        try {
            return Answers.read(client.send(request(json), BodyHandlers.ofString()));
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "connect", "The provider cannot be reached.");
        } catch (SSLHandshakeException notTrusted) {
            return SubmitResult.refused(
                    RefusalReason.ACCOUNT, "tls", "The provider cannot be trusted: check its certificate.");
        } catch (IOException noAnswer) {
            // the request may have been written before
            return SubmitResult.unclear(
                    "The provider did not answer (" + noAnswer.getClass().getSimpleName() + ").");
        }
    }

    private HttpRequest request(String json) {
        return HttpRequest.newBuilder(account.address())
                .timeout(account.limit())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + account.token())
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    /** Nothing is sent from now on; the JDK ends the client's connections and threads once nobody uses it. */
    void close() {
        isClosed = true;
    }
}
