package org.bookbell.dispatch.evidence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;

/** A line of {@code attempts.csv}. */
record BundledAttempt(
        long id,
        Optional<String> providerMessageId,
        String channel,
        String address,
        String state,
        Instant submittedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> settledAt,
        Optional<String> code,
        Optional<String> detail,
        Optional<Long> segments) {

    static final String[] HEAD = {
        "attempt",
        "provider_message_id",
        "channel",
        "recipient_masked",
        "state",
        "submitted_at",
        "answered_at",
        "settled_at",
        "code",
        "detail",
        "segments"
    };

    static BundledAttempt read(Row row) throws SQLException {
        return new BundledAttempt(
                row.getLong("id"),
                row.findText("provider_message_id"),
                row.getText("channel"),
                row.findText("address").orElse(""),
                row.getText("state"),
                row.getInstant("submitted_at"),
                row.findInstant("answered_at"),
                row.findInstant("settled_at"),
                row.findText("code"),
                row.findText("detail"),
                row.findLong("segments"));
    }

    String[] fields() {
        return new String[] {
            Ids.text(id),
            providerMessageId.orElse(""),
            channel,
            Masking.address(address),
            state,
            submittedAt.toString(),
            answeredAt.map(Instant::toString).orElse(""),
            settledAt.map(Instant::toString).orElse(""),
            code.orElse(""),
            detail.map(text -> Masking.detail(text, address)).orElse(""),
            segments.map(count -> Long.toString(count)).orElse("")
        };
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "BundledAttempt[" + Ids.text(id) + "]";
    }
}
