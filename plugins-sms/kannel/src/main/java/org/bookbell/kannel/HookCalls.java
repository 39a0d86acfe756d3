package org.bookbell.kannel;

import java.util.List;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;

/** Reads the calls of an smsbox. It asks again until it is answered 200 or 202, as often as its configuration says. */
final class HookCalls {

    private HookCalls() {}

    static HookResult read(HookRequest request) {
        try {
            var query = Query.of(request.query());
            return switch (query.find("kind").orElse("")) {
                case "receipt" ->
                    HookResult.understood(DeliveryReport.read(query).stream().toList(), List.of());
                case "reply" ->
                    HookResult.understood(
                            List.of(),
                            IncomingMessage.read(query, request.query()).stream()
                                    .toList());
                case "" -> HookResult.malformed("The call does not say whether it is a receipt or a reply.");
                default -> HookResult.understood(List.of(), List.of());
            };
        } catch (IllegalArgumentException unreadable) {
            return HookResult.malformed("A parameter of the call cannot be read.");
        }
    }
}
