package org.bookbell.web.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.dispatch.reply.Outcome;
import org.bookbell.dispatch.reply.ReplyEntry;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.ledger.MessageHistory;
import org.bookbell.status.report.Cause;
import org.bookbell.status.report.Report;
import org.bookbell.web.page.Words;

/** One message and all that happened to it, as a page tells it. */
record HistoryLines(
        MessageLine message,
        String subject,
        String usefulUntil,
        List<Event> events,
        List<Attempt> attempts,
        List<Receipt> receipts,
        List<Problem> problems,
        List<Answer> answers) {

    /** It came into a state. */
    record Event(String at, String state, String detail) {}

    /** It was handed to a gateway. */
    record Attempt(int number, String gateway, String submittedAt, String state, String segments, String detail) {}

    /** What a gateway said later. */
    record Receipt(String at, String gateway, String state, String detail) {}

    /** What the recipient answered. */
    record Answer(String at, String text, String outcome) {}

    /** What a member reported of it, and how that stands. */
    record Problem(String at, String by, String note, String incident, String seen, String answer) {

        static Problem of(Report report, ZoneId zone) {
            return new Problem(
                    Words.moment(report.reportedAt(), zone),
                    report.by().name(),
                    report.note().orElse(""),
                    report.cause().map(cause -> belonging(cause, zone)).orElse(""),
                    report.seen()
                            .map(seen -> "Seen on " + Words.moment(seen.at(), zone) + ".")
                            .orElse("Seen by nobody yet."),
                    report.answer()
                            .map(answer -> "Answered on " + Words.moment(answer.at(), zone) + ": " + answer.text())
                            .orElse(""));
        }
    }

    private static String belonging(Cause cause, ZoneId zone) {
        return "It belongs to an incident, known since " + Words.moment(cause.knownSince(), zone)
                + cause.closedAt()
                        .map(end -> " and over since " + Words.moment(end, zone) + ".")
                        .orElse("; its end answers this report.");
    }

    static HistoryLines of(
            MessageHistory history,
            List<Report> problems,
            List<ReplyEntry> replies,
            ZoneId zone,
            String root,
            Instant now) {
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
                        .map(each -> new Receipt(
                                Words.exactMoment(each.receivedAt(), zone),
                                each.gateway(),
                                each.state().toLowerCase(Locale.ROOT),
                                each.code().orElse("")))
                        .toList(),
                problems.stream().map(each -> Problem.of(each, zone)).toList(),
                replies.stream()
                        .map(each -> new Answer(
                                Words.exactMoment(each.receivedAt(), zone),
                                each.text(),
                                each.outcome().map(HistoryLines::inWords).orElse("")))
                        .toList());
    }

    private static String inWords(Outcome outcome) {
        return switch (outcome) {
            case OPTED_OUT -> "wants no more SMS";
            case OPTED_IN -> "wants SMS again";
            case CONFIRMED -> "confirmed the appointment";
            case HELPED -> "was told who sends and how to stop it";
            case LINKED -> "got a link";
            case TOLD -> "staff were told by e-mail";
            case KEPT -> "nobody was told";
        };
    }
}
