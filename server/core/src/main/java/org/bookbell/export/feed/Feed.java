package org.bookbell.export.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A secret address of a calendar.
 *
 * <p>It is made with a secret that is shown once. A new secret ends the one before at once; revoked, it ends for good and
 * stays in the list. Its subscribers are known only by the program that asked last.
 *
 * @param subjectId the staff member or client whose appointments it shows; 0 for the organization's
 * @param version raised with each new secret
 * @param changedAt when it got its secret
 */
public record Feed(
        long id,
        long organizationId,
        FeedKind kind,
        long subjectId,
        int version,
        FeedView view,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> revokedAt,
        Optional<Fetch> lastFetch) {

    static final String COLUMNS =
            "id, organization_id, kind, subject_id, version, detail, alarms, days_back, days_ahead,"
                    + " created_at, changed_at, revoked_at, fetched_at, fetched_by";

    static Feed read(Row row) throws SQLException {
        var by = row.findText("fetched_by").orElse("");
        return new Feed(
                row.getLong("id"),
                row.getLong("organization_id"),
                FeedKind.valueOf(row.getText("kind")),
                row.getLong("subject_id"),
                row.getInt("version"),
                new FeedView(
                        Detail.valueOf(row.getText("detail")),
                        row.isTrue("alarms"),
                        row.getInt("days_back"),
                        row.getInt("days_ahead")),
                row.getInstant("created_at"),
                row.getInstant("changed_at"),
                row.findInstant("revoked_at"),
                row.findInstant("fetched_at").map(at -> new Fetch(at, by)));
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }
}
