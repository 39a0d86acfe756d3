package org.bookbell.twilio;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.twilio.HookCalls.Call;

/**
 * Reads what Twilio says became of a message ("Outbound Message Status in Status Callbacks", {@code
 * docs/messaging/guides/outbound-message-status-in-status-callbacks}). Calls come in any order; a status that is none of
 * Twilio's is left out. Twilio gives no time of the event with a zone.
 */
final class StatusReport {

    private static final Pattern ATTEMPT = Pattern.compile("[0-9A-Z]{13}");
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,120}");

    private StatusReport() {}

    static Optional<Receipt> read(Call call) {
        var attempt = call.attempt().filter(ATTEMPT.asMatchPredicate());
        var message = call.find("MessageSid").filter(ID.asMatchPredicate());
        if (attempt.isEmpty() && message.isEmpty()) {
            return Optional.empty();
        }
        return call.find("MessageStatus")
                .flatMap(StatusReport::state)
                .map(state -> receipt(call, state, attempt, message));
    }

    /** {@code sent} is the last one where a network reports nothing. */
    private static Optional<State> state(String status) {
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(State.BUFFERED);
            case "delivered", "read" -> Optional.of(State.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(State.UNDELIVERED);
            case "partially_delivered" -> Optional.of(State.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Receipt receipt(Call call, State state, Optional<String> attempt, Optional<String> message) {
        var code = state == State.DELIVERED ? Optional.<String>empty() : call.find("ErrorCode");
        var reason = state == State.UNDELIVERED
                ? code.flatMap(
                        known -> ErrorCodes.reason(known, call.find("From").orElse("")))
                : Optional.<RefusalReason>empty();
        return new Receipt(attempt, message, state, Optional.empty(), code, Optional.empty(), call.raw(), reason);
    }
}
