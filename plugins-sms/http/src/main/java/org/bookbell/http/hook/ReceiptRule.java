package org.bookbell.http.hook;

import java.util.Optional;
import org.bookbell.http.rule.WordTable;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * Where a receipt stands, and what its words mean.
 *
 * @param message which message it is about
 * @param state where its state stands
 * @param states what its states mean
 * @param code where the reason's code stands
 * @param codes what its codes mean
 */
public record ReceiptRule(
        Identity message,
        Field state,
        WordTable<State> states,
        Optional<Field> code,
        WordTable<RefusalReason> codes,
        Details details) {

    private static final int LONGEST_ID = 120;

    /**
     * Which message: at least one of both.
     *
     * @param providerId where the provider's id stands
     * @param attemptId where our id stands that the provider repeats
     */
    public record Identity(Optional<Field> providerId, Optional<Field> attemptId) {}

    /** What else is told. */
    public record Details(Optional<Field> time, Optional<Field> network) {}

    /** Whether {@code item} says what became of a message. */
    boolean isIn(CallItem item) {
        return item.find(Optional.of(state)).isPresent();
    }

    /** The receipt; empty if its state means nothing or it names no message. */
    Optional<Receipt> read(CallItem item, String raw) {
        var attempt = item.find(message.attemptId()).filter(id -> id.matches("[0-9A-Z]{13}"));
        var provider = item.find(message.providerId()).filter(id -> id.length() <= LONGEST_ID);
        var meaning = item.find(Optional.of(state)).flatMap(states::find);
        if (meaning.isEmpty() || (attempt.isEmpty() && provider.isEmpty())) {
            return Optional.empty();
        }
        var told = item.find(code);
        var mayHaveReason = meaning.get() == State.UNDELIVERED || meaning.get() == State.BUFFERED;
        return Optional.of(new Receipt(
                attempt,
                provider,
                meaning.get(),
                item.find(details.time()).flatMap(Moments::find),
                told,
                item.find(details.network()),
                raw,
                told.filter(unused -> mayHaveReason).flatMap(codes::find)));
    }
}
