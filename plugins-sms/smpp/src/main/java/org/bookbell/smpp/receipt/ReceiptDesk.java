package org.bookbell.smpp.receipt;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.smpp.wire.CommandStatus;
import org.bookbell.smpp.wire.Response;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;

/** Passes on to the server what becomes of messages, in terms of whole attempts. */
public final class ReceiptDesk {

    /** How much faster than the answer a receipt may be. */
    private static final Duration EARLY = Duration.ofSeconds(2);

    private final SentMessages sent;
    private final ReceiptListener listener;
    private final Later later;

    public ReceiptDesk(SentMessages sent, ReceiptListener listener, Later later) {
        this.sent = sent;
        this.listener = listener;
        this.later = later;
    }

    /**
     * Takes a receipt. One that nobody knows while a long message is being sent is looked at again in a moment: it may be
     * about a part whose answer is on its way.
     *
     * @throws RuntimeException if it could not be stored
     */
    public void take(StatusReport report) {
        var part = sent.find(report);
        if (part.isEmpty() && sent.isSendingLongOnes() && later.in(EARLY, () -> pass(report))) {
            return;
        }
        pass(report);
    }

    private void pass(StatusReport report) {
        listener.receive(sent.find(report)
                .map(part -> part.message().receipt(part.number(), report, part.id()))
                .orElseGet(() -> ofUnknown(report)));
    }

    private Receipt ofUnknown(StatusReport report) {
        return new Receipt(
                Optional.empty(),
                Optional.of(sent.guess(report)),
                report.state(),
                Optional.empty(),
                report.code(),
                Optional.empty(),
                report.raw());
    }

    /**
     * Takes an answer for which nobody waits any more. Its message is unclear to the server: with the id, receipts can say
     * what became of it; and a refusal says it at once.
     */
    public void takeLate(SentMessage message, int number, Response response) {
        if (response.isOk()) {
            response.messageId().ifPresent(id -> sent.tookLate(message, number, id));
        } else {
            reportRefused(message, CommandStatus.of(response.status()));
        }
    }

    /** Says that a message will not arrive, since the message center refused a part of it. */
    public void reportRefused(SentMessage message, CommandStatus status) {
        var receipt = message.refused(status.reason(), status.code());
        var unused = later.in(EARLY, () -> listener.receive(receipt));
    }
}
