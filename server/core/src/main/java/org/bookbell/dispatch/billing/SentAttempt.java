package org.bookbell.dispatch.billing;

import java.sql.SQLException;
import java.time.Instant;
import org.bookbell.credit.bill.SentSms;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.storage.Row;

/**
 * An attempt as billing sees it.
 *
 * @param segments what it was sent as
 * @param own whether it went over an account of the organization itself, which it pays by itself
 */
record SentAttempt(
        long messageId,
        long id,
        int number,
        String gateway,
        AttemptState state,
        Instant submittedAt,
        int segments,
        boolean own) {

    static final String COLUMNS = "message_id, id, attempt_no, gateway, state, submitted_at, segments,"
            + " (SELECT COUNT(*) FROM gateway g WHERE g.name = attempt.gateway AND g.organization_id <> 0) AS own";

    static SentAttempt read(Row row, int estimatedSegments) throws SQLException {
        var segments = row.findLong("segments");
        return new SentAttempt(
                row.getLong("message_id"),
                row.getLong("id"),
                row.getInt("attempt_no"),
                row.getText("gateway"),
                AttemptState.valueOf(row.getText("state")),
                row.getInstant("submitted_at"),
                segments.filter(known -> known > 0).map(Math::toIntExact).orElse(estimatedSegments),
                row.getInt("own") > 0);
    }

    SentSms priced() {
        return new SentSms(id, gateway, submittedAt, segments);
    }
}
