package org.bookbell.smpp.receipt;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * One attempt and what is known of its parts. It is delivered when all parts are, and undelivered when one is; what is said
 * of a part before that only shows that the message is on its way. Safe for threads.
 */
public final class SentMessage {

    private final String attemptId;
    private final int parts;
    private final Map<Integer, State> settled = new HashMap<>();

    SentMessage(String attemptId, int parts) {
        this.attemptId = attemptId;
        this.parts = parts;
    }

    boolean isLong() {
        return parts > 1;
    }

    /** What {@code report} about part {@code number} says of the whole message. */
    synchronized Receipt receipt(int number, StatusReport report, String id) {
        if (report.state() == State.DELIVERED || report.state() == State.UNKNOWN) {
            settled.put(number, report.state());
        }
        return new Receipt(
                Optional.of(attemptId),
                Optional.of(id),
                state(report.state()),
                Optional.<Instant>empty(),
                report.code(),
                Optional.empty(),
                report.raw());
    }

    private State state(State ofPart) {
        if (ofPart == State.UNDELIVERED || ofPart == State.BUFFERED) {
            return ofPart;
        }
        if (settled.size() < parts) {
            return State.BUFFERED;
        }
        return settled.containsValue(State.UNKNOWN) ? State.UNKNOWN : State.DELIVERED;
    }

    /** That it will not arrive, since a part of it was refused. */
    Receipt refused(RefusalReason reason, String code) {
        return new Receipt(
                Optional.of(attemptId),
                Optional.empty(),
                State.UNDELIVERED,
                Optional.empty(),
                Optional.of(code),
                Optional.empty(),
                "submit_sm_resp " + code,
                Optional.of(reason));
    }

    /** Shows the attempt only. */
    @Override
    public String toString() {
        return "SentMessage[" + attemptId + "]";
    }
}
