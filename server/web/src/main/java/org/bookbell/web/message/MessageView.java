package org.bookbell.web.message;

import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** A message as the API shows it; its text and the secret of the client's link are not part of it. */
record MessageView(
        String id,
        Optional<String> appointment,
        MessageKind kind,
        String channel,
        Recipient to,
        String zone,
        Optional<String> appointmentStart,
        String dueAt,
        String usefulUntil,
        MessageState state,
        String since,
        Optional<String> reasonCode,
        Optional<String> reason,
        int attempts,
        Optional<String> gateway) {

    /** Whom it tells. */
    record Recipient(Audience kind, String id, Optional<String> address) {}

    static MessageView of(LedgerEntry entry, ZoneId zone) {
        var status = entry.status();
        return new MessageView(
                Ids.text(entry.id()),
                entry.appointmentId().map(Ids::text),
                entry.kind(),
                entry.channel().name(),
                new Recipient(
                        entry.to().kind(), Ids.text(entry.to().id()), entry.to().address()),
                zone.getId(),
                entry.appointmentStart().map(start -> Times.text(start, zone)),
                Times.text(entry.window().dueAt(), zone),
                Times.text(entry.window().usefulUntil(), zone),
                status.state(),
                Times.text(status.since(), zone),
                status.reasonCode(),
                status.reason(),
                status.attempts(),
                status.gateway());
    }
}
