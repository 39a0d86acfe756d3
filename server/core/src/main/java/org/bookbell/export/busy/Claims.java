package org.bookbell.export.busy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.bookbell.export.busy.fetch.Validators;
import org.bookbell.storage.Dialect;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.JobsPool;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/**
 * Lets one node fetch a calendar at a time: who is due is claimed for five minutes of the database's time, longer than any
 * fetch takes, so that what a node leaves behind when it dies is taken up by another.
 */
@Dependent
class Claims {

    private static final int MOST_TRIED = 8;
    private static final String COLUMNS = "SELECT c.id, c.organization_id, c.staff_id, c.claim, c.address, s.zone,"
            + " c.entity_tag, c.last_modified, c.read_at, c.failures FROM busy_calendar c JOIN staff s ON s.id = c.staff_id";

    private final JobsDatabase database;
    private final String now;

    @Inject
    Claims(JobsDatabase database, @JobsPool DataSource pool) {
        this.database = database;
        try (var connection = pool.getConnection()) {
            this.now = Dialect.of(connection).now();
        } catch (SQLException failure) {
            throw new SqlException(failure);
        }
    }

    /** Claims the calendar that is due for longest, if one is. */
    Optional<Claim> next() {
        return database.inTransaction(sql -> {
            var free =
                    " c.next_fetch_at <= " + now + " AND (c.claimed_until IS NULL OR c.claimed_until <= " + now + ")";
            var due = sql.list(
                    "SELECT c.id FROM busy_calendar c JOIN staff s ON s.id = c.staff_id WHERE s.active = TRUE AND"
                            + free + " ORDER BY c.next_fetch_at LIMIT " + MOST_TRIED,
                    row -> row.getLong("id"));
            return due.stream()
                    .filter(id -> isClaimed(sql, id))
                    .findFirst()
                    .flatMap(id -> sql.find(COLUMNS + " WHERE c.id = ?", Claims::read, id));
        });
    }

    private boolean isClaimed(Sql sql, long id) {
        return sql.update(
                        "UPDATE busy_calendar SET claim = claim + 1, claimed_until = (" + now
                                + " + INTERVAL '300' SECOND)"
                                + " WHERE id = ? AND next_fetch_at <= " + now
                                + " AND (claimed_until IS NULL OR claimed_until <= "
                                + now + ")",
                        id)
                == 1;
    }

    private static Claim read(Row row) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.getLong("staff_id"),
                row.getLong("claim"),
                row.getText("address"),
                ZoneId.of(row.getText("zone")),
                new Validators(row.findText("entity_tag"), row.findText("last_modified")),
                row.findInstant("read_at"),
                row.getInt("failures"));
    }
}
