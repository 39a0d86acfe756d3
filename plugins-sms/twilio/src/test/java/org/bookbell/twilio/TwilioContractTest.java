package org.bookbell.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class TwilioContractTest extends SmsProviderContract {

    private static final FakeHttpProvider TWILIO = FakeHttpProvider.start();

    @BeforeEach
    void take_messages() {
        TWILIO.answering(TwilioContractTest::answer);
    }

    private static FakeAnswer answer(FakeRequest request) {
        return switch (request.path().replaceFirst(".*/", "")) {
            case "Messages.json" ->
                FakeAnswer.json(
                        201,
                        "{\"sid\":\"SM" + UUID.randomUUID().toString().replace("-", "")
                                + "\",\"status\":\"queued\",\"num_segments\":\"1\",\"to\":\"+12125550123\"}");
            case "Balance.json" -> FakeAnswer.json(200, "{\"balance\":\"12.50\",\"currency\":\"USD\"}");
            default -> FakeAnswer.json(200, "{\"status\":\"active\",\"auth_token\":\"" + Accounts.TOKEN + "\"}");
        };
    }

    @AfterAll
    static void stop() {
        TWILIO.close();
    }

    @Override
    protected SmsProvider provider() {
        return new TwilioProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Accounts.settings(
                TWILIO, Map.of("apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET, "replies", "true"));
    }

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        TWILIO.answering(
                switch (treatment) {
                    case REFUSED_FOR_GOOD -> FakeAnswer.json(400, "{\"code\":21211,\"status\":400}");
                    case REFUSED_FOR_NOW -> FakeAnswer.json(429, "{\"code\":20429,\"status\":429}");
                    case NOT_ANSWERED -> FakeAnswer.hang();
                });
        return Optional.of(treatment == Treatment.NOT_ANSWERED ? Map.of("timeoutSeconds", "1") : Map.of());
    }

    @Override
    protected Optional<Duration> toldValidity() {
        var all = TWILIO.requests();
        var seconds =
                all.get(all.size() - 1).formParameters().get("ValidityPeriod").get(0);
        return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var report = "AccountSid=" + Accounts.SID + "&MessageSid="
                + accepted.providerMessageId().orElseThrow() + "&MessageStatus=";
        return List.of(
                Calls.signed(HOOK + "?attempt=" + attemptId, report + "sent"),
                Calls.signed(HOOK + "?attempt=" + attemptId, report + "delivered"));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        var report = "AccountSid=" + Accounts.SID + "&MessageSid=SM1&To=%2B12125550123&MessageStatus=";
        return List.of(
                Calls.signed(HOOK + "?attempt=0000000000001", report + "sent"),
                Calls.signed(HOOK + "?attempt=0000000000001", report + "delivered"),
                Calls.signed(HOOK, report + "undelivered&ErrorCode=30003"),
                Calls.signed(HOOK, "AccountSid=" + Accounts.SID + "&MessageSid=SM2&From=%2B12125550123&Body=C"),
                Calls.get(HOOK + "?AccountSid=" + Accounts.SID + "&MessageSid=SM3&From=%2B12125550123&Body=C"));
    }
}
