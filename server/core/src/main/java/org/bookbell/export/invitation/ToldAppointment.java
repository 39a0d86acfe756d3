package org.bookbell.export.invitation;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.message.MessageKind;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.Invitation;
import org.bookbell.spi.export.Invitation.Method;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;

/**
 * The appointment that a message tells its client of, as it is now.
 *
 * @param isAsTold whether it still is what the message tells
 */
record ToldAppointment(boolean isAsTold, Invitation invitation, ExportedAppointment exported) {

    /** Only of organizations with an e-mail address: an invitation needs somebody who invites. */
    static final String QUESTION = "SELECT a.id, a.version, a.status, a.occurrence, a.starts_at, a.ends_at, a.zone,"
            + " a.created_at, a.changed_at, m.kind, m.occurrence AS told_occurrence, m.address, v.name AS service,"
            + " t.name AS staff, k.name AS client, o.name AS organization, o.email AS organizer, o.phone,"
            + " l.name AS location, l.address AS location_address FROM message m"
            + " JOIN appointment a ON a.id = m.appointment_id JOIN service v ON v.id = a.service_id"
            + " JOIN staff t ON t.id = a.staff_id JOIN client k ON k.id = a.client_id"
            + " JOIN organization o ON o.id = m.organization_id LEFT JOIN location l ON l.id = v.location_id"
            + " WHERE m.id = ? AND m.organization_id = ? AND m.address IS NOT NULL AND o.email IS NOT NULL";

    private static final String CANCELLED = "CANCELLED";

    static ToldAppointment read(Row row) throws SQLException {
        boolean callsOff = row.getConstant("kind", MessageKind.ALERT) == MessageKind.CANCELLATION;
        var status = row.getText("status");
        boolean isSameTime = row.getInt("occurrence") == row.getInt("told_occurrence");
        var invitation = new Invitation(
                callsOff ? Method.CANCEL : Method.REQUEST,
                row.getText("organization"),
                row.getText("organizer"),
                row.getText("client"),
                row.getText("address"));
        return new ToldAppointment(
                isSameTime && callsOff == status.equals(CANCELLED), invitation, exported(row, status));
    }

    /** What its client may see of it: whose it is they know, and what they noted is theirs. */
    private static ExportedAppointment exported(Row row, String status) throws SQLException {
        return new ExportedAppointment(
                Ids.text(row.getLong("id")),
                row.getInt("version"),
                status,
                row.getInstant("starts_at"),
                row.getInstant("ends_at"),
                ZoneId.of(row.getText("zone")),
                row.getText("service"),
                row.getText("staff"),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(place(row)),
                Optional.empty(),
                row.getInstant("created_at"),
                row.getInstant("changed_at"),
                ReminderState.NONE);
    }

    /** The location, or the organization where it has none. */
    private static String place(Row row) throws SQLException {
        var location = row.findText("location");
        var name = location.orElse(row.getText("organization"));
        var more = location.isPresent() ? row.findText("location_address") : row.findText("phone");
        return more.map(text -> name + ", " + text).orElse(name);
    }
}
