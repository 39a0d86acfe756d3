package org.bookbell.export;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;

/** An appointment with its client as one row has them: entities take most of the time of an export. */
record StoredAppointment(
        long id,
        int occurrence,
        int version,
        String status,
        Instant start,
        Instant end,
        String zone,
        long serviceId,
        long staffId,
        Optional<String> note,
        Instant createdAt,
        Instant changedAt,
        String clientName,
        Optional<String> clientEmail,
        Optional<String> clientMobile,
        Optional<String> clientPhone) {

    /** What {@link #read} reads, in this order. */
    static final String COLUMNS =
            "a.id, a.occurrence, a.version, a.status, a.starts_at, a.ends_at, a.zone, a.service_id,"
                    + " a.staff_id, a.note, a.created_at, a.changed_at, c.name, c.email, c.mobile, c.phone";

    static StoredAppointment read(Row row) throws SQLException {
        return new StoredAppointment(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getText(4),
                row.getInstant(5),
                row.getInstant(6),
                row.getText(7),
                row.getLong(8),
                row.getLong(9),
                row.findText(10),
                row.getInstant(11),
                row.getInstant(12),
                row.findText(13).orElse(""),
                row.findText(14),
                row.findText(15),
                row.findText(16));
    }

    ExportedAppointment exported(String service, String staff, ReminderState reminder) {
        return new ExportedAppointment(
                Ids.text(id),
                version,
                status,
                start,
                end,
                ZoneId.of(zone),
                service,
                staff,
                clientName,
                clientEmail,
                clientMobile,
                clientPhone,
                Optional.empty(),
                note,
                createdAt,
                changedAt,
                reminder);
    }
}
