package org.bookbell.dispatch.guard.held;

import java.sql.SQLException;
import java.time.Instant;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.storage.Row;

/**
 * What one guard holds of one organization and channel.
 *
 * @param firstUsefulUntil when the first of them becomes too late
 */
public record HeldGroup(
        long organizationId,
        String organization,
        String slug,
        Guard guard,
        Channel channel,
        long messages,
        Instant since,
        Instant firstUsefulUntil) {

    static final String QUESTION = "SELECT m.organization_id, o.name, o.slug, m.reason_code, m.channel,"
            + " COUNT(*) AS messages, MIN(m.state_at) AS since, MIN(m.try_at) AS first_useful_until FROM message m"
            + " JOIN organization o ON o.id = m.organization_id WHERE m.state = 'HELD'"
            + " GROUP BY m.organization_id, o.name, o.slug, m.reason_code, m.channel"
            + " ORDER BY first_useful_until, m.organization_id";

    static HeldGroup read(Row row) throws SQLException {
        return new HeldGroup(
                row.getLong("organization_id"),
                row.getText("name"),
                row.getText("slug"),
                Guard.valueOf(row.getText("reason_code")),
                Channel.valueOf(row.getText("channel")),
                row.getLong("messages"),
                row.getInstant("since"),
                row.getInstant("first_useful_until"));
    }
}
