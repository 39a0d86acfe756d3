package org.bookbell.export.busy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A subscription to an outside calendar, without its secret.
 *
 * @param shown the address as far as it may be shown: its host
 * @param fault why the last fetch failed, with the line where a calendar was not understood
 * @param fetchedAt when it was last asked for
 * @param goodAt when the blocks were last known to be right
 */
public record BusyCalendar(
        long id,
        long organizationId,
        long staffId,
        String name,
        String shown,
        BusyState state,
        Optional<String> fault,
        Optional<Instant> fetchedAt,
        Optional<Instant> goodAt,
        Instant nextFetchAt) {

    static final String COLUMNS = "SELECT c.id, c.organization_id, c.staff_id, c.name, c.shown, c.state, c.fault,"
            + " c.fetched_at, c.good_at, c.next_fetch_at FROM busy_calendar c";

    static BusyCalendar read(Row row) throws SQLException {
        return new BusyCalendar(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.getLong("staff_id"),
                row.getText("name"),
                row.getText("shown"),
                row.getConstant("state", BusyState.NEW),
                row.findText("fault"),
                row.findInstant("fetched_at"),
                row.findInstant("good_at"),
                row.getInstant("next_fetch_at"));
    }
}
