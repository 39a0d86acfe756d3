package org.bookbell.web.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.calls.CallReason;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/**
 * A call to make, as the API shows it.
 *
 * @param reason in plain words, {@code detail} as it was noted
 * @param text what the message would have said, as an SMS
 * @param sms a link by which a phone opens that text for the client's mobile
 */
record CallView(
        String id,
        String message,
        Optional<String> appointment,
        MessageKind kind,
        Channel channel,
        Audience recipientKind,
        String recipient,
        String name,
        List<String> phones,
        Optional<String> email,
        Optional<String> service,
        Optional<String> staff,
        String reasonCode,
        String reason,
        String detail,
        Optional<String> gatewayCode,
        MessageState state,
        Optional<String> appointmentStart,
        String text,
        Optional<String> sms,
        String createdAt,
        Optional<String> handledAt,
        Optional<String> handledBy,
        Optional<String> handledNote,
        List<ResendView> resends) {

    /** It was sent again. */
    record ResendView(String message, Channel channel, String at, Optional<String> by, MessageState state) {}

    static CallView of(CallListEntry entry, String text, ZoneId zone) {
        var about = entry.about();
        var told = Optional.ofNullable(about.facts().appointment()).map(MessageFacts.Told::visit);
        var handled = entry.handled();
        return new CallView(
                Ids.text(entry.id()),
                Ids.text(entry.messageId()),
                about.appointmentId().map(Ids::text),
                about.kind(),
                about.channel(),
                about.recipientKind(),
                Ids.text(about.recipientId()),
                about.facts().to().name(),
                entry.contact().numbers(),
                entry.contact().email(),
                told.map(visit -> visit.service()),
                told.map(visit -> visit.staff()),
                entry.why().code(),
                CallReason.inWords(entry),
                entry.why().reason(),
                entry.why().gatewayCode(),
                entry.why().state(),
                entry.appointmentStart().map(start -> Times.text(start, zone)),
                text,
                entry.contact().mobile().map(number -> SmsLink.of(number, text)),
                Times.text(entry.createdAt(), zone),
                handled.map(each -> Times.text(each.at(), zone)),
                handled.flatMap(CallListEntry.Handled::byName),
                handled.flatMap(CallListEntry.Handled::note),
                entry.resends().stream()
                        .map(resend -> new ResendView(
                                Ids.text(resend.messageId()),
                                resend.channel(),
                                Times.text(resend.at(), zone),
                                resend.by(),
                                resend.state()))
                        .toList());
    }
}
