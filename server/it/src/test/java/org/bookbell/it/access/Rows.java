package org.bookbell.it.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.it.server.BookbellServer;

/** All that the database of a server holds of some organizations. */
final class Rows {

    /** When a token was used last, and when the server looks next whether an agenda is due, is no data of the organization's. */
    private static final Set<String> NOISE = Set.of("last_used_at", "look_at");

    /**
     * Alerts, agendas that fall due, and how outside calendars fare, of which whoever changes one leaves an audit row; and who
     * took an archive, which is told of those who may.
     */
    private static final Pattern OWN_NEWS = Pattern.compile(
            "^message\\|.*\\|(ALERT|AGENDA)\\||^agenda\\||^audit\\|.*\\|(alert\\.planned|archive\\.downloaded)\\|"
                    + "|^busy_calendar\\||^download\\|",
            Pattern.CASE_INSENSITIVE);

    private final BookbellServer server;
    private final List<Long> organizations;

    Rows(BookbellServer server, Long... organizations) {
        this.server = server;
        this.organizations = List.of(organizations);
    }

    /** Every row of every table that names an organization, but what the server tells organizers by itself. */
    List<String> read() {
        try (var connection = server.connect()) {
            var rows = new ArrayList<String>();
            for (var table : tables(connection)) {
                rows.addAll(rows(connection, table));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(connection.getCatalog(), null, "%", "organization_id")) {
            while (columns.next()) {
                tables.add(columns.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private List<String> rows(Connection connection, String table) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement =
                connection.prepareStatement("SELECT * FROM " + table + " WHERE organization_id IN (?, ?)")) {
            statement.setLong(1, organizations.get(0));
            statement.setLong(2, organizations.get(1));
            try (var found = statement.executeQuery()) {
                var columns = found.getMetaData();
                while (found.next()) {
                    var row = new StringBuilder(table);
                    for (var column = 1; column <= columns.getColumnCount(); column++) {
                        if (!NOISE.contains(columns.getColumnName(column))) {
                            row.append('|').append(found.getString(column));
                        }
                    }
                    if (!OWN_NEWS.matcher(row).find()) {
                        rows.add(row.toString());
                    }
                }
            }
        }
        rows.sort(null);
        return rows;
    }
}
