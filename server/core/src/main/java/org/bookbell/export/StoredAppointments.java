package org.bookbell.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Reads any number of appointments for exporters, and never holds more than a page of them. */
@Dependent
public class StoredAppointments {

    /** How many are read at once. */
    static final int SIZE = 500;

    private static final Row.Reader<StoredAppointment> READER = StoredAppointment::read;

    private final Sql sql;

    @Inject
    public StoredAppointments(Sql sql) {
        this.sql = sql;
    }

    /**
     * Those that {@code wanted} wants, holds excepted, by start, a page after the other: the next one is read when it is
     * asked for. One that is moved meanwhile may be met twice or not at all.
     */
    Stream<List<StoredAppointment>> read(long organizationId, AppointmentFilter wanted) {
        return Stream.iterate(
                page(organizationId, wanted, Optional.empty()),
                page -> !page.isEmpty(),
                page -> page.size() < SIZE ? List.of() : page(organizationId, wanted, Optional.of(page.get(SIZE - 1))));
    }

    private List<StoredAppointment> page(
            long organizationId, AppointmentFilter wanted, Optional<StoredAppointment> last) {
        var from = last.map(StoredAppointment::start).orElse(wanted.from());
        var parameters = new ArrayList<@Nullable Object>(List.of(
                organizationId,
                from,
                wanted.to(),
                from,
                last.map(StoredAppointment::id).orElse(Long.MIN_VALUE)));
        var whose = new StringBuilder();
        Optional.ofNullable(wanted.staffId()).ifPresent(id -> {
            whose.append(" AND a.staff_id = ?");
            parameters.add(id);
        });
        Optional.ofNullable(wanted.clientId()).ifPresent(id -> {
            whose.append(" AND a.client_id = ?");
            parameters.add(id);
        });
        return sql.list(
                "SELECT " + StoredAppointment.COLUMNS + " FROM appointment a LEFT JOIN client c ON c.id = a.client_id"
                        + " AND c.organization_id = a.organization_id WHERE a.organization_id = ? AND a.starts_at >= ?"
                        + " AND a.starts_at < ? AND (a.starts_at > ? OR a.id > ?)" + whose
                        + " AND a.status <> 'HELD' ORDER BY a.starts_at, a.id LIMIT " + SIZE,
                READER,
                parameters.toArray());
    }
}
