package org.bookbell.web.message;

import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.dispatch.reply.Meaning;
import org.bookbell.dispatch.reply.Outcome;
import org.bookbell.dispatch.reply.ReplyEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** A reply as the API shows it; meaning and outcome are there once it was handled. */
record ReplyView(
        String id,
        String gateway,
        String from,
        Optional<String> to,
        String text,
        String receivedAt,
        Optional<Meaning> meaning,
        Optional<Outcome> outcome,
        Optional<String> message,
        Optional<String> client) {

    static ReplyView of(ReplyEntry reply, ZoneId zone) {
        return new ReplyView(
                Ids.text(reply.id()),
                reply.gateway(),
                reply.from(),
                reply.to(),
                reply.text(),
                Times.text(reply.receivedAt(), zone),
                reply.meaning(),
                reply.outcome(),
                reply.messageId().map(Ids::text),
                reply.clientId().map(Ids::text));
    }
}
