package org.bookbell.simulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;

class SimulatedPhonesContractTest extends SmsProviderContract {

    private static final String SECRET = "a-secret-of-no-use";

    @Override
    protected SmsProvider provider() {
        return new SimulatedPhones();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("receiptAfterSeconds", "0", "hookSecret", SECRET);
    }

    /** An answer that is late comes after all. */
    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        return switch (treatment) {
            case REFUSED_FOR_GOOD -> Optional.of(Map.of("behavior", "refuse", "refusalReason", "CONTENT"));
            case REFUSED_FOR_NOW -> Optional.of(Map.of("behavior", "refuseForNow"));
            case NOT_ANSWERED -> Optional.empty();
        };
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var id = accepted.providerMessageId().orElseThrow();
        return List.of(
                call("POST", "", HookCalls.write(Receipt.delivered(id, NOW))),
                call("POST", "", HookCalls.write(Receipt.undelivered(id, NOW, "expired"))));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                call("POST", "", HookCalls.write(Receipt.delivered("p1", NOW))),
                call("POST", "", HookCalls.write(Receipt.undelivered("p2", NOW, "expired"))),
                call("GET", "kind=receipt&id=p3&state=DELIVERED", ""),
                call("POST", "", "kind=reply&id=r1&from=%2B12125550123&to=%2B12125550199&text=C"));
    }

    private static HookRequest call(String method, String query, String lines) {
        var body = lines.getBytes(StandardCharsets.UTF_8);
        var url = HOOK + (query.isEmpty() ? "" : "?" + query);
        var signature = HookSignature.of(SECRET, method, url, body);
        return new HookRequest(
                method, "/hooks/sms/contract", query, Map.of(HookSignature.HEADER, List.of(signature)), body, url);
    }
}
