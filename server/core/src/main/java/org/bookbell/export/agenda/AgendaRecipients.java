package org.bookbell.export.agenda;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Who gets an organization's agendas: staff with an address, if they are to, each in their own zone; and whoever is named,
 * else its owners and managers, else the organization itself, in its zone.
 */
record AgendaRecipients(String organization, List<Recipient> all) {

    private static final String STAFF = "SELECT id, name, locale, zone, email FROM staff"
            + " WHERE organization_id = ? AND active = TRUE AND email IS NOT NULL ORDER BY id";
    private static final String ORGANIZERS = "SELECT m.id, m.name, m.locale, m.email FROM member m"
            + " JOIN membership s ON s.member_id = m.id WHERE s.organization_id = ?"
            + " AND s.member_role IN ('OWNER', 'MANAGER') AND m.disabled_at IS NULL ORDER BY m.id";

    private record House(String name, Locale locale, ZoneId zone, Optional<String> email) {

        static House read(Row row) throws SQLException {
            return new House(
                    row.getText("name"),
                    Locale.forLanguageTag(row.getText("locale")),
                    ZoneId.of(row.getText("zone")),
                    row.findText("email"));
        }

        Recipient mailbox(String address) {
            return new Recipient(Audience.MEMBER, 0, name, locale, zone, address, null);
        }
    }

    static AgendaRecipients of(Sql sql, long organizationId, AgendaSettings settings) {
        var house = sql.find(
                        "SELECT name, locale, zone, email FROM organization WHERE id = ?", House::read, organizationId)
                .orElseThrow(() -> new IllegalStateException("agenda of no organization"));
        var all = new ArrayList<Recipient>();
        if (settings.toStaff()) {
            all.addAll(sql.list(STAFF, AgendaRecipients::staff, organizationId));
        }
        all.addAll(desk(sql, organizationId, settings, house));
        return new AgendaRecipients(house.name(), List.copyOf(all));
    }

    private static List<Recipient> desk(Sql sql, long organizationId, AgendaSettings settings, House house) {
        if (!settings.addresses().isEmpty()) {
            return settings.addresses().stream().map(house::mailbox).toList();
        }
        var organizers = sql.list(ORGANIZERS, row -> recipient(row, Audience.MEMBER, house.zone()), organizationId);
        return organizers.isEmpty() ? house.email().stream().map(house::mailbox).toList() : organizers;
    }

    private static Recipient staff(Row row) throws SQLException {
        return recipient(row, Audience.STAFF, ZoneId.of(row.getText("zone")));
    }

    private static Recipient recipient(Row row, Audience kind, ZoneId zone) throws SQLException {
        return new Recipient(
                kind,
                row.getLong("id"),
                row.getText("name"),
                Locale.forLanguageTag(row.getText("locale")),
                zone,
                row.getText("email"),
                null);
    }
}
