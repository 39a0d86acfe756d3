package org.bookbell.status.report;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.status.Incident;
import org.bookbell.storage.Row;

/**
 * A problem that a member reported.
 *
 * @param history of the message when it was reported, as JSON, its address masked
 * @param cause the incident that it belongs to; where there is none, the operators were told at once
 * @param seen by an operator
 */
public record Report(
        long id,
        About about,
        By by,
        Instant reportedAt,
        Optional<String> note,
        String history,
        Optional<Cause> cause,
        Optional<Seen> seen,
        Optional<Answer> answer) {

    static final String QUESTION = "SELECT r.id, r.organization_id, o.name AS organization, o.slug, o.zone,"
            + " r.message_id, r.reported_by, r.note, r.history, r.reported_at, r.seen_at, r.answered_at, r.answer,"
            + " b.name AS reporter, b.email AS reporter_email, s.name AS seer, a.name AS answerer,"
            + " i.id AS incident_id, i.kind, i.gateway, i.opened_at, i.closed_at"
            + " FROM problem_report r JOIN organization o ON o.id = r.organization_id"
            + " JOIN member b ON b.id = r.reported_by LEFT JOIN member s ON s.id = r.seen_by"
            + " LEFT JOIN member a ON a.id = r.answered_by LEFT JOIN incident i ON i.id = r.incident_id WHERE ";

    /** What it is about. */
    public record About(long organizationId, String organization, String slug, String zone, long messageId) {}

    /** Who reported it. */
    public record By(long memberId, String name, String email) {

        /** Shows the id only. */
        @Override
        public String toString() {
            return "By[" + memberId + "]";
        }
    }

    /** An operator looked at it. */
    public record Seen(Instant at, Optional<String> by) {}

    /** What an operator answered. */
    public record Answer(Instant at, Optional<String> by, String text) {}

    static Report read(Row row) throws SQLException {
        var seer = row.findText("seer");
        var answerer = row.findText("answerer");
        var answer = row.findText("answer").orElse("");
        return new Report(
                row.getLong("id"),
                new About(
                        row.getLong("organization_id"),
                        row.getText("organization"),
                        row.getText("slug"),
                        row.getText("zone"),
                        row.getLong("message_id")),
                new By(row.getLong("reported_by"), row.getText("reporter"), row.getText("reporter_email")),
                row.getInstant("reported_at"),
                row.findText("note"),
                row.getText("history"),
                cause(row),
                row.findInstant("seen_at").map(at -> new Seen(at, seer)),
                row.findInstant("answered_at").map(at -> new Answer(at, answerer, answer)));
    }

    private static Optional<Cause> cause(Row row) throws SQLException {
        var id = row.findLong("incident_id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cause(
                        id.get(),
                        Incident.Kind.valueOf(row.getText("kind")),
                        row.getText("gateway"),
                        row.getInstant("opened_at"),
                        row.findInstant("closed_at")));
    }

    /** How it stands, in a clause. */
    public String standing() {
        if (answer.isPresent()) {
            return "answered";
        }
        return seen.isPresent() ? "seen, not answered yet" : "seen by nobody yet";
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "Report[" + id + "]";
    }
}
