package org.bookbell.dispatch.claim;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.bookbell.storage.Dialect;
import org.bookbell.storage.JobsPool;
import org.bookbell.storage.SqlException;

/** Expressions for the database's own time, by which alone claims and leases expire. */
@Dependent
public class LeaseTime {

    private final String now;

    @Inject
    public LeaseTime(@JobsPool DataSource database) {
        try (var connection = database.getConnection()) {
            now = Dialect.of(connection).now();
        } catch (SQLException failure) {
            throw new SqlException(failure);
        }
    }

    /** Now. */
    public String now() {
        return now;
    }

    /** A minute ago. */
    public String minuteAgo() {
        return "(" + now + " - INTERVAL '60' SECOND)";
    }

    /** When a lease taken or renewed now expires. */
    public String expiry() {
        return "(" + now + " + INTERVAL '15' SECOND)";
    }
}
