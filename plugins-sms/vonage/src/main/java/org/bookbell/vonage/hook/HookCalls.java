package org.bookbell.vonage.hook;

import java.util.List;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.vonage.wire.Signature;

/**
 * Reads the calls of the web hook: receipts have a status, replies a text. Vonage repeats a call for a day until it is
 * answered 200 or 204 ("Inbound SMS"). What belongs to another account's key is left out.
 */
public final class HookCalls {

    private final String apiKey;
    private final Optional<Signature> signature;
    private final LongReplies longReplies;
    private final UnansweredAttempts unanswered;

    /** @param signature where calls are signed */
    public HookCalls(
            String apiKey, Optional<Signature> signature, LongReplies longReplies, UnansweredAttempts unanswered) {
        this.apiKey = apiKey;
        this.signature = signature;
        this.longReplies = longReplies;
        this.unanswered = unanswered;
    }

    public HookResult read(HookRequest request) {
        try {
            var call = HookCall.of(request);
            return signature
                            .filter(required -> !required.isOf(call.parameters()))
                            .isPresent()
                    ? HookResult.forged("The signature is missing, wrong or too old.")
                    : understood(call);
        } catch (IllegalArgumentException unreadable) {
            return signature.isPresent()
                    ? HookResult.forged("The call cannot be read, and so not be verified.")
                    : HookResult.malformed("The call cannot be read, or names no message.");
        }
    }

    private HookResult understood(HookCall call) {
        if (call.find("api-key").filter(key -> !key.equals(apiKey)).isPresent()) {
            return HookResult.understood(List.of(), List.of());
        }
        return call.find("status").isPresent()
                ? HookResult.understood(
                        new DeliveryReceipt(call, unanswered).read().stream().toList(), List.of())
                : HookResult.understood(
                        List.of(),
                        InboundMessage.read(call).flatMap(longReplies::add).stream()
                                .toList());
    }
}
