package org.bookbell.web.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.reply.ReplyEntry;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.MessageHistory;
import org.bookbell.status.Incident;
import org.bookbell.status.report.Cause;
import org.bookbell.status.report.Report;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** A message with all that happened to it, as the API shows it. */
record HistoryView(
        MessageView message,
        List<EventView> events,
        List<AttemptView> attempts,
        List<ReceiptView> receipts,
        List<ProblemReportView> reports,
        List<ReplyView> replies) {

    /** It came into a state. */
    record EventView(MessageState state, String happenedAt, Optional<String> detail) {}

    /** It was submitted to a gateway. */
    record AttemptView(
            int number,
            String gateway,
            String state,
            String submittedAt,
            Optional<String> answeredAt,
            Optional<String> providerMessageId,
            Optional<Long> segments,
            Optional<String> code,
            Optional<String> detail) {}

    /** A gateway told what became of an attempt. */
    record ReceiptView(
            String gateway,
            String state,
            Optional<String> occurredAt,
            String receivedAt,
            Optional<String> code,
            Optional<String> network) {}

    /** A member reported a problem with it. */
    record ProblemReportView(
            String id,
            String reportedAt,
            String by,
            Optional<String> note,
            Optional<ReportIncidentView> incident,
            Optional<String> seenAt,
            Optional<String> answeredAt,
            Optional<String> answer) {

        static ProblemReportView of(Report report, ZoneId zone) {
            return new ProblemReportView(
                    Ids.text(report.id()),
                    Times.text(report.reportedAt(), zone),
                    report.by().name(),
                    report.note(),
                    report.cause().map(cause -> ReportIncidentView.of(cause, zone)),
                    report.seen().map(seen -> Times.text(seen.at(), zone)),
                    report.answer().map(answer -> Times.text(answer.at(), zone)),
                    report.answer().map(Report.Answer::text));
        }
    }

    /** The incident that it belongs to. */
    record ReportIncidentView(String id, Incident.Kind kind, String knownSince, Optional<String> overSince) {

        static ReportIncidentView of(Cause cause, ZoneId zone) {
            return new ReportIncidentView(
                    Ids.text(cause.incidentId()),
                    cause.kind(),
                    Times.text(cause.knownSince(), zone),
                    cause.closedAt().map(end -> Times.text(end, zone)));
        }
    }

    static HistoryView of(MessageHistory history, List<Report> reports, List<ReplyEntry> replies, ZoneId zone) {
        return new HistoryView(
                MessageView.of(history.entry(), zone),
                history.events().stream()
                        .map(each -> new EventView(each.state(), Times.text(each.happenedAt(), zone), each.detail()))
                        .toList(),
                history.attempts().stream().map(each -> attempt(each, zone)).toList(),
                history.receipts().stream().map(each -> receipt(each, zone)).toList(),
                reports.stream().map(each -> ProblemReportView.of(each, zone)).toList(),
                replies.stream().map(each -> ReplyView.of(each, zone)).toList());
    }

    private static AttemptView attempt(MessageHistory.Attempt attempt, ZoneId zone) {
        return new AttemptView(
                attempt.number(),
                attempt.gateway(),
                attempt.state(),
                Times.text(attempt.submittedAt(), zone),
                attempt.answeredAt().map(at -> Times.text(at, zone)),
                attempt.providerMessageId(),
                attempt.segments(),
                attempt.code(),
                attempt.detail());
    }

    private static ReceiptView receipt(MessageHistory.Receipt receipt, ZoneId zone) {
        return new ReceiptView(
                receipt.gateway(),
                receipt.state(),
                receipt.occurredAt().map(at -> Times.text(at, zone)),
                Times.text(receipt.receivedAt(), zone),
                receipt.code(),
                receipt.network());
    }
}
