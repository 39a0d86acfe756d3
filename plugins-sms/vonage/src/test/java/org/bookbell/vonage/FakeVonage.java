package org.bookbell.vonage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;

/** Answers as the SMS API does, to whoever has the key; each part of a message gets an id of its own. */
final class FakeVonage {

    static final String KEY = "abcd1234";
    static final String SECRET = "an-api-secret-of-no-use";

    private static final AtomicInteger IDS = new AtomicInteger();

    private FakeVonage() {}

    static FakeHttpProvider start() {
        return FakeHttpProvider.start().answering(FakeVonage::answer);
    }

    /** An answer with these statuses, one for each part; the parts that were taken are P1, P2 and so on. */
    static FakeAnswer parts(String... statuses) {
        var number = new AtomicInteger();
        return messages(Arrays.stream(statuses).map(status -> part(status, "P" + number.incrementAndGet())));
    }

    private static FakeAnswer answer(FakeRequest request) {
        if (request.path().equals("/account/get-balance")) {
            return FakeAnswer.json(200, "{\"value\":10.28,\"autoReload\":false}");
        }
        var form = request.formParameters();
        if (!form.getOrDefault("api_key", List.of()).contains(KEY)) {
            return parts("4");
        }
        return messages(SmsText.of(form.get("text").get(0)).parts().stream()
                .map(part -> part("0", "0B%014d".formatted(IDS.incrementAndGet()))));
    }

    private static String part(String status, String id) {
        return status.equals("0")
                ? "{\"to\":\"12125550123\",\"message-id\":\"" + id
                        + "\",\"status\":\"0\",\"remaining-balance\":\"3.1\",\"message-price\":\"0.0333\",\"network\":\"12345\"}"
                : "{\"to\":\"12125550123\",\"status\":\"" + status
                        + "\",\"error-text\":\"Number 12125550123 is wrong\"}";
    }

    private static FakeAnswer messages(Stream<String> parts) {
        var all = parts.toList();
        return FakeAnswer.json(
                200,
                all.stream()
                        .collect(Collectors.joining(
                                ",", "{\"message-count\":\"" + all.size() + "\",\"messages\":[", "]}")));
    }
}
