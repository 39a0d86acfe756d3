package org.bookbell.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Sql;

/**
 * The calendars: one row for whoever can be booked, locked by whoever changes what can be booked. Its version rises with
 * each such change, in the same transaction, and never falls.
 */
@Dependent
public class Calendars {

    private final Sql sql;

    @Inject
    public Calendars(Sql sql) {
        this.sql = sql;
    }

    /** Opens the calendar of a staff member or resource that is about to be added under this id. */
    public void open(long organizationId, long id) {
        sql.update("INSERT INTO calendar (id, organization_id, version) VALUES (?, ?, 0)", id, organizationId);
    }

    /** Raises the versions, in the order of ids in which every writer locks calendars. */
    public void bump(Collection<Long> ids) {
        ids.stream()
                .sorted()
                .distinct()
                .forEach(id -> sql.update("UPDATE calendar SET version = version + 1 WHERE id = ?", id));
    }

    public void bump(long id) {
        sql.update("UPDATE calendar SET version = version + 1 WHERE id = ?", id);
    }

    /** Refuses a calendar that is not there or is another organization's. */
    public void check(long organizationId, long id) {
        long known =
                sql.count("SELECT COUNT(*) FROM calendar WHERE id = ? AND organization_id = ?", id, organizationId);
        if (known == 0) {
            throw ProblemException.notFound("calendar");
        }
    }
}
