package org.bookbell.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bookbell.http.rule.Json;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class HttpProviderContractTest extends SmsProviderContract {

    private static final FakeHttpProvider GATEWAY = FakeHttpProvider.start();
    private static final String SECRET = "a-secret-of-no-use";
    private static final String HOOK_SECRET = "another-secret-of-no-use";

    @BeforeEach
    void take_messages() {
        GATEWAY.answering(request -> FakeAnswer.json(
                202, "{\"id\":\"" + UUID.randomUUID() + "\",\"to\":\"+12125550123\",\"key\":\"" + SECRET + "\"}"));
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @Override
    protected SmsProvider provider() {
        return new HttpProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("address", GATEWAY.address("/{username}/sms?key={secret}")),
                Map.entry("bodyFormat", "json"),
                Map.entry("body", "{\"to\":\"{to}\",\"text\":\"{text}\",\"ref\":\"{id}\",\"ttl\":{validitySeconds}}"),
                Map.entry("authentication", "basic"),
                Map.entry("username", "acme"),
                Map.entry("secret", SECRET),
                Map.entry("checkAddress", GATEWAY.address("/{username}/balance?key={secret}")),
                Map.entry("messageId", "$.id"),
                Map.entry("receiptId", "id"),
                Map.entry("receiptState", "status"),
                Map.entry("receiptStates", "delivered=DELIVERED | *=UNDELIVERED"),
                Map.entry("replyFrom", "from"),
                Map.entry("replyText", "text"),
                Map.entry("takesReplies", "true"),
                Map.entry("hookCheck", "hmac"),
                Map.entry("hookHeader", "X-Signature"),
                Map.entry("hookSigned", "addressAndBody"),
                Map.entry("hookSecret", HOOK_SECRET));
    }

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        GATEWAY.answering(
                switch (treatment) {
                    case REFUSED_FOR_GOOD -> FakeAnswer.status(413);
                    case REFUSED_FOR_NOW -> FakeAnswer.status(503);
                    case NOT_ANSWERED -> FakeAnswer.hang();
                });
        return Optional.of(treatment == Treatment.NOT_ANSWERED ? Map.of("timeoutSeconds", "1") : Map.of());
    }

    @Override
    protected Optional<Duration> toldValidity() {
        var all = GATEWAY.requests();
        var json = Json.readObject(all.get(all.size() - 1).text()).orElseThrow();
        return Json.find(json, "ttl").map(Long::parseLong).map(Duration::ofSeconds);
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var id = "id=" + accepted.providerMessageId().orElseThrow();
        return List.of(call("GET", id + "&status=delivered", ""), call("POST", "", id + "&status=expired"));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                call("GET", "id=m1&status=delivered", ""),
                call("POST", "", "id=m1&status=expired"),
                call("POST", "", "from=%2B12125550123&text=C"));
    }

    private static HookRequest call(String method, String query, String form) {
        var url = HOOK + (query.isEmpty() ? "" : "?" + query);
        var signature = Calls.hex(Calls.hmac("HmacSHA256", HOOK_SECRET, url.getBytes(UTF_8), form.getBytes(UTF_8)));
        var headers =
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded"), "X-Signature", List.of(signature));
        return new HookRequest(method, "/hooks/sms/contract", query, headers, form.getBytes(UTF_8), url);
    }
}
