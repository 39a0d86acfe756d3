package org.bookbell.status.report;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.message.ledger.Snapshot;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** Takes what members report, and brings operators' answers back to them. */
@UseCase
public class Reports {

    /** How long operators have before they are reminded. */
    public static final Duration PATIENCE = Duration.ofHours(4);

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_ANSWER = 1000;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final Ledger ledger;
    private final ReportLetters letters;

    @Inject
    Reports(Sql sql, Ids ids, Clock clock, Audit audit, Ledger ledger, ReportLetters letters) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.ledger = ledger;
        this.letters = letters;
    }

    /**
     * Reports a problem with a message: it is joined to the incident that explains it, or the operators are told at once. A
     * member who has reported it and waits for an answer gets that report again.
     */
    public Report report(Actor actor, long organizationId, long memberId, long messageId, @Nullable String note) {
        var faults = new Faults();
        faults.check(
                note == null || note.length() <= LONGEST_NOTE, "/note", "The note may have at most 500 characters.");
        faults.throwIfAny();
        var history = ledger.get(organizationId, messageId);
        var waiting = listOf(organizationId, messageId).stream()
                .filter(each ->
                        each.by().memberId() == memberId && each.answer().isEmpty())
                .findFirst();
        return waiting.orElseGet(() -> write(actor, organizationId, memberId, messageId, note, Snapshot.of(history)));
    }

    private Report write(
            Actor actor, long organizationId, long memberId, long messageId, @Nullable String note, String history) {
        var id = ids.next();
        var now = now();
        sql.update(
                "INSERT INTO problem_report (id, organization_id, message_id, reported_by, note, history, reported_at,"
                        + " alert_at, incident_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                organizationId,
                messageId,
                memberId,
                note,
                history,
                now,
                now.plus(PATIENCE),
                Cause.find(sql, messageId, now).orElse(null));
        audit.record(actor, organizationId, "report.made", "report", id, "");
        var report = get(id);
        if (report.cause().isEmpty()) {
            letters.tellOperators(report);
        }
        return report;
    }

    /** What was reported about a message, the last first. */
    public List<Report> listOf(long organizationId, long messageId) {
        return sql.list(
                Report.QUESTION + "r.message_id = ? AND r.organization_id = ? ORDER BY r.id DESC",
                Report::read,
                messageId,
                organizationId);
    }

    /** What waits for an answer on this server, the oldest first. */
    public List<Report> listWaiting(int limit) {
        return sql.list(Report.QUESTION + "r.answered_at IS NULL ORDER BY r.id LIMIT " + limit, Report::read);
    }

    /** What was answered on this server, the last first. */
    public List<Report> listAnswered(int limit) {
        return sql.list(
                Report.QUESTION + "r.answered_at IS NOT NULL ORDER BY r.answered_at DESC LIMIT " + limit, Report::read);
    }

    public Report get(long id) {
        return sql.find(Report.QUESTION + "r.id = ?", Report::read, id)
                .orElseThrow(() -> ProblemException.notFound("report"));
    }

    /** Notes that an operator looked at it; the first one stays. */
    public Report seen(Actor actor, long id) {
        var report = get(id);
        var changed = sql.update(
                "UPDATE problem_report SET seen_at = ?, seen_by = ? WHERE id = ? AND seen_at IS NULL",
                now(),
                actor.id(),
                id);
        if (changed > 0) {
            audit.record(actor, report.about().organizationId(), "report.seen", "report", id, "");
        }
        return get(id);
    }

    /** Answers it once, and sends the answer to the member. */
    public Report answer(Actor actor, long id, String text) {
        var faults = new Faults();
        faults.check(
                !text.isBlank() && text.length() <= LONGEST_ANSWER,
                "/text",
                "The answer must have 1 to 1000 characters.");
        faults.throwIfAny();
        var report = seen(actor, id);
        if (!write(actor, report, text.strip())) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE_NOW, "This report is answered already.");
        }
        return get(id);
    }

    /** Answers it by the end of its incident, unless that lasts or somebody was faster; answers whether it did. */
    public boolean answerByEnd(long id) {
        var report = get(id);
        return report.cause()
                .flatMap(cause -> cause.closedAt()
                        .map(end -> ReportLetters.answer(
                                cause, end, ZoneId.of(report.about().zone()))))
                .filter(text -> write(Actor.system(), report, text))
                .isPresent();
    }

    private boolean write(Actor actor, Report report, String text) {
        var answered = sql.update(
                "UPDATE problem_report SET answered_at = ?, answered_by = ?, answer = ?, alert_at = NULL"
                        + " WHERE id = ? AND answered_at IS NULL",
                now(),
                actor.id(),
                text,
                report.id());
        if (answered == 0) {
            return false;
        }
        letters.tellMember(actor, report, text);
        audit.record(actor, report.about().organizationId(), "report.answered", "report", report.id(), "");
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
