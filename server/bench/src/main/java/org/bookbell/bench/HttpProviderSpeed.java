package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.http.HttpProvider;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.Heard;

/**
 * How many messages sixteen threads submit through the HTTP provider to a gateway on the same machine that answers after 5 ms,
 * beside the same requests over as many plain sockets. It needs neither the product nor a database: a main class of its own.
 */
public final class HttpProviderSpeed {

    private static final int THREADS = 16;
    private static final Duration ANSWER_AFTER = Duration.ofMillis(5);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bookbell.bench.seconds", 5));
    private static final SmsSubmission SMS = new SmsSubmission(
            "0HZX5A7PQ9K3M",
            "+12125550123",
            Optional.of("Practice"),
            "Dear Ann, your appointment is tomorrow at 9.",
            Duration.ofHours(12));

    private final FakeHttpProvider provider = FakeHttpProvider.start()
            .answering(FakeAnswer.json(201, "{\"id\":\"6fe65f90454aa61536e6a88b88972670\"}")
                    .after(ANSWER_AFTER));

    private HttpProviderSpeed() {}

    public static void main(String[] args) throws InterruptedException {
        new HttpProviderSpeed().measure(new Table());
    }

    private void measure(Table table) throws InterruptedException {
        try (var gateway = open()) {
            gateway.submit(SMS);
            var request = written();
            submitAll(gateway);
            var turns = Turns.take(() -> submitAll(gateway), () -> sendAll(request));
            var what = "SMS over HTTP to a gateway that answers after 5 ms, 16 threads";
            table.throughput(what + " / the same requests over plain sockets", turns, "≥ 1500/s");
            table.tail(what + ", p99 / over plain sockets", turns, "");
        } finally {
            provider.close();
        }
    }

    private SmsGateway open() {
        var http = new HttpProvider();
        var settings = Settings.of(Map.of(
                "address", provider.address("/messages"),
                "bodyFormat", "json",
                "body",
                        "{\"to\": [\"{to}\"], \"from\": \"{from}\", \"text\": \"{text}\", \"ref\": \"{id}\","
                                + " \"ttl\": {validitySeconds}}",
                "authentication", "bearer",
                "secret", "a-secret-of-no-use",
                "messageId", "$.id"));
        return http.open(
                new GatewayContext("bench", settings.withDefaults(http.settings()), Clock.systemUTC(), new Heard()));
    }

    /** The request as the provider wrote it. */
    private byte[] written() throws InterruptedException {
        var request = provider.awaitRequest();
        var head = new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1\r\n");
        request.headers().forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
        return (head + "\r\n" + request.text()).getBytes(UTF_8);
    }

    private Load.Result sendAll(byte[] request) {
        provider.forget();
        return Load.run(URI.create(provider.address("/")), THREADS, LENGTH, connection -> () -> request);
    }

    private Load.Result submitAll(SmsGateway gateway) {
        provider.forget();
        return Repeated.run(THREADS, LENGTH, () -> requireTaken(gateway));
    }

    private static void requireTaken(SmsGateway gateway) throws InterruptedException {
        var result = gateway.submit(SMS);
        if (!(result instanceof Accepted)) {
            throw new IllegalStateException("the gateway must take all messages but " + result);
        }
    }
}
