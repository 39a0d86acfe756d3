package org.bookbell.credit.window;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A time in which what is submitted costs nothing.
 *
 * @param organizationId whose messages it covers, 0 for everybody's
 * @param gateway through which they were submitted, empty for any
 * @param endsAt empty while it is open
 * @param automatic whether fail-over opened it
 */
public record NoChargeWindow(
        long id,
        long organizationId,
        Optional<String> gateway,
        Instant startsAt,
        Optional<Instant> endsAt,
        String reason,
        boolean automatic,
        Instant changedAt) {

    static final String COLUMNS = "id, organization_id, gateway, starts_at, ends_at, reason, automatic, changed_at";

    static NoChargeWindow read(Row row) throws SQLException {
        return new NoChargeWindow(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.findText("gateway"),
                row.getInstant("starts_at"),
                row.findInstant("ends_at"),
                row.getText("reason"),
                row.isTrue("automatic"),
                row.getInstant("changed_at"));
    }

    /** Whether an attempt is free: its end is the first instant that costs again. */
    public boolean covers(long organization, String throughGateway, Instant submittedAt) {
        return (organizationId == 0 || organizationId == organization)
                && gateway.filter(name -> !name.equals(throughGateway)).isEmpty()
                && !submittedAt.isBefore(startsAt)
                && endsAt.filter(end -> !submittedAt.isBefore(end)).isEmpty();
    }
}
