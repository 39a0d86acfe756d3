package org.bookbell.vonage.hook;

import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.vonage.wire.ClientRef;

/**
 * Reads what became of one part of a message ("Delivery receipts"; {@code sms.yml}, "Delivery Receipt").
 *
 * <p>Where the text had one part, its receipt names the attempt. Where it had several, a lost part is the attempt's loss,
 * but a part that arrived is told by its own id only, so that of these the last part's decides, whose id the message has;
 * unless no answer told that id: then any part that arrived is the proof.
 */
record DeliveryReceipt(HookCall call, UnansweredAttempts unanswered) {

    /**
     * The values of {@code err-code} that say why for sure ("Vonage SMS delivery error codes"; 9 is an opt-out by "Messaging
     * opted-out numbers" too). With the others each other gateway is tried.
     */
    private static final Map<String, RefusalReason> REASONS = Map.ofEntries(
            Map.entry("2", RefusalReason.RECIPIENT_UNREACHABLE), // absent for now
            Map.entry("3", RefusalReason.INVALID_RECIPIENT), // absent for good
            Map.entry("4", RefusalReason.INVALID_RECIPIENT), // barred by its user, to be removed
            Map.entry("5", RefusalReason.SENDER_OR_ROUTE), // portability
            Map.entry("6", RefusalReason.BLOCKED), // filter against spam
            Map.entry("7", RefusalReason.RECIPIENT_UNREACHABLE), // busy
            Map.entry("8", RefusalReason.UNAVAILABLE), // network error, retry
            Map.entry("9", RefusalReason.OPTED_OUT),
            Map.entry("11", RefusalReason.SENDER_OR_ROUTE), // no route
            Map.entry("12", RefusalReason.SENDER_OR_ROUTE), // no route to the number
            Map.entry("14", RefusalReason.INVALID_RECIPIENT), // its plan has no SMS
            Map.entry("15", RefusalReason.RECIPIENT_UNREACHABLE)); // prepaid, no credit

    private static final String DELIVERED = "0";
    private static final int LONGEST_ID = 120;

    /**
     * Reads one; empty for a status that is not known.
     *
     * @throws IllegalArgumentException if it names no message
     */
    Optional<Receipt> read() {
        var reason = call.find("err-code").map(REASONS::get);
        return switch (call.find("status").orElse("")) {
            case "delivered" -> Optional.of(arriving(State.DELIVERED, Optional.empty()));
            case "accepted" -> Optional.of(arriving(State.BUFFERED, Optional.empty()));
            case "buffered" ->
                Optional.of(arriving(State.BUFFERED, reason.filter(RefusalReason.RECIPIENT_UNREACHABLE::equals)));
            case "unknown" -> Optional.of(arriving(State.UNKNOWN, Optional.empty()));
            case "expired" -> Optional.of(lost(reason.or(() -> Optional.of(RefusalReason.RECIPIENT_UNREACHABLE))));
            case "failed", "undelivered", "rejected" -> Optional.of(lost(reason));
            default -> Optional.empty();
        };
    }

    private Receipt arriving(State state, Optional<RefusalReason> reason) {
        return receipt(ref().filter(this::isProof), state, reason);
    }

    private boolean isProof(ClientRef ref) {
        return ref.isOfOnePart() || unanswered.contains(ref.attemptId());
    }

    private Receipt lost(Optional<RefusalReason> reason) {
        return receipt(ref(), State.UNDELIVERED, reason);
    }

    private Optional<ClientRef> ref() {
        return call.find("client-ref").flatMap(ClientRef::read);
    }

    private Receipt receipt(Optional<ClientRef> ref, State state, Optional<RefusalReason> reason) {
        return new Receipt(
                ref.map(ClientRef::attemptId),
                Optional.of(messageId()),
                state,
                UtcTime.find(call),
                call.find("err-code").filter(code -> !code.equals(DELIVERED)),
                call.find("network-code"),
                call.raw(),
                reason);
    }

    private String messageId() {
        return call.find("messageId")
                .filter(id -> id.length() <= LONGEST_ID)
                .orElseThrow(() -> new IllegalArgumentException("the receipt names no message"));
    }

    /** Nothing of the call, which is personal. */
    @Override
    public String toString() {
        return "DeliveryReceipt";
    }
}
