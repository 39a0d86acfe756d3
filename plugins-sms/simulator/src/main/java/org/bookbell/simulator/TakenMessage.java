package org.bookbell.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.Receipt;

/** A message that an account took: on its way, until its fate is reported. */
final class TakenMessage {

    private final String id = UUID.randomUUID().toString();
    private final String gateway;
    private volatile Content content;
    private final Instant takenAt;
    private final Fate fate;
    private volatile boolean reported;

    TakenMessage(String gateway, Content content, Instant takenAt, Fate fate) {
        this.gateway = gateway;
        this.content = content;
        this.takenAt = takenAt;
        this.fate = fate;
    }

    /** What its recipient would see. */
    record Content(String to, String from, String subject, String text, List<Attachment> attachments) {

        private Content withoutFiles() {
            return new Content(to, from, subject, text, List.of());
        }
    }

    String id() {
        return id;
    }

    boolean isAwaited(String ofGateway) {
        return gateway.equals(ofGateway) && fate.isTold() && !reported;
    }

    /** How long after {@code now} it is to be reported; not negative. */
    Duration reportedAfter(Instant now) {
        var wait = Duration.between(now, takenAt.plus(fate.after()));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    Receipt receipt(Instant now) {
        return fate.state() == Receipt.State.DELIVERED
                ? Receipt.delivered(id, now)
                : Receipt.undelivered(id, now, fate.code());
    }

    long bytesOfFiles() {
        return content.attachments().stream()
                .mapToLong(file -> file.content().length)
                .sum();
    }

    void forgetFiles() {
        content = content.withoutFiles();
    }

    void markReported() {
        reported = true;
    }

    Outbox.Entry entry() {
        return new Outbox.Entry(
                gateway,
                content.to(),
                content.from(),
                content.subject(),
                content.text(),
                takenAt,
                reported ? fate.state() : Receipt.State.BUFFERED,
                content.attachments());
    }
}
