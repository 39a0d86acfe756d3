package org.bookbell.clickatell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.bookbell.spi.testkit.Treatment;

/** Answers as Clickatell's three interfaces do, to whoever has the key or the password. */
final class FakeClickatell {

    static final String KEY = "an-api-key-of-no-use==";
    static final String PASSWORD = "a-password-of-no-use";

    private static final AtomicInteger IDS = new AtomicInteger();

    private FakeClickatell() {}

    static FakeHttpProvider start() {
        return FakeHttpProvider.start().answering(FakeClickatell::answer);
    }

    /** Lets it treat all messages so, and answers what the settings must be for it. */
    static Optional<Map<String, String>> treat(FakeHttpProvider clickatell, Treatment treatment, FakeAnswer forGood) {
        clickatell.answering(
                switch (treatment) {
                    case REFUSED_FOR_GOOD -> forGood;
                    case REFUSED_FOR_NOW -> FakeAnswer.status(503);
                    case NOT_ANSWERED -> FakeAnswer.hang();
                });
        return Optional.of(treatment == Treatment.NOT_ANSWERED ? Map.of("timeoutSeconds", "1") : Map.of());
    }

    /** What it was asked last. */
    static FakeRequest last(FakeHttpProvider clickatell) {
        var all = clickatell.requests();
        return all.get(all.size() - 1);
    }

    private static FakeAnswer answer(FakeRequest request) {
        return request.path().startsWith("/http/") ? http(request) : platform(request);
    }

    private static FakeAnswer http(FakeRequest request) {
        if (!request.formParameters().getOrDefault("password", List.of()).contains(PASSWORD)) {
            return FakeAnswer.text(200, "ERR: 001, Authentication failed");
        }
        return FakeAnswer.text(200, request.path().equals("/http/getbalance") ? "Credit: 123.00" : "ID: " + id());
    }

    private static FakeAnswer platform(FakeRequest request) {
        var isKnown = request.header("Authorization").filter(KEY::equals).isPresent();
        if (request.path().startsWith("/v1/")) {
            return isKnown ? one(request) : FakeAnswer.json(401, "{\"messages\":[],\"error\":{\"code\":1}}");
        }
        return isKnown ? sms(request) : FakeAnswer.json(401, "{\"messages\":[],\"errorCode\":1,\"error\":\"key\"}");
    }

    private static FakeAnswer one(FakeRequest request) {
        return request.path().equals("/v1/balance")
                ? balance()
                : FakeAnswer.json(
                        202,
                        "{\"messages\":[{\"apiMessageId\":\"" + id()
                                + "\",\"accepted\":true,\"to\":\"12125550123\",\"error\":null}],\"error\":null}");
    }

    private static FakeAnswer sms(FakeRequest request) {
        return request.path().equals("/public-client/balance")
                ? balance()
                : FakeAnswer.json(
                        202,
                        "{\"messages\":[{\"apiMessageId\":\"" + id()
                                + "\",\"accepted\":true,\"to\":\"12125550123\",\"errorCode\":null,\"error\":null}],"
                                + "\"error\":null}");
    }

    private static FakeAnswer balance() {
        return FakeAnswer.json(200, "{\"balance\":1267.92865,\"currency\":\"ZAR\"}");
    }

    private static String id() {
        return "%032x".formatted(IDS.incrementAndGet());
    }
}
