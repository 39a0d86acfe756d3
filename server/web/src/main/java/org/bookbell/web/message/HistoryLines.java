package org.bookbell.web.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.ledger.MessageHistory;
import org.bookbell.web.page.Words;

/** One message and all that happened to it, as a page tells it. */
record HistoryLines(
        MessageLine message,
        String subject,
        String usefulUntil,
        List<Event> events,
        List<Attempt> attempts,
        List<Report> reports) {

    /** It came into a state. */
    record Event(String at, String state, String detail) {}

    /** It was handed to a gateway. */
    record Attempt(int number, String gateway, String submittedAt, String state, String segments, String detail) {}

    /** What a gateway said later. */
    record Report(String at, String gateway, String state, String detail) {}

    static HistoryLines of(MessageHistory history, ZoneId zone, String root, Instant now) {
        return new HistoryLines(
                MessageLine.of(history.entry(), zone, root, now),
                Optional.ofNullable(history.entry().facts().words())
                        .map(MessageFacts.Words::subject)
                        .orElse(""),
                Words.moment(history.entry().window().usefulUntil(), zone),
                history.events().stream()
                        .map(each -> new Event(
                                Words.exactMoment(each.happenedAt(), zone),
                                MessageLine.inWords(each.state()),
                                each.detail()
                                        .map(detail -> MessageLine.tellsMore(detail, each.state(), zone))
                                        .orElse("")))
                        .toList(),
                history.attempts().stream()
                        .map(each -> new Attempt(
                                each.number(),
                                each.gateway(),
                                Words.exactMoment(each.submittedAt(), zone),
                                each.state().toLowerCase(Locale.ROOT),
                                each.segments().map(Object::toString).orElse(""),
                                each.detail().or(each::code).orElse("")))
                        .toList(),
                history.receipts().stream()
                        .map(each -> new Report(
                                Words.exactMoment(each.receivedAt(), zone),
                                each.gateway(),
                                each.state().toLowerCase(Locale.ROOT),
                                each.code().orElse("")))
                        .toList());
    }
}
