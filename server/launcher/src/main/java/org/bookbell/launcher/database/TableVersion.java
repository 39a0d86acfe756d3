package org.bookbell.launcher.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bookbell.launcher.console.Fault;

/** Which version the tables of a database have, and whether this {@code bookbell.jar} can work with it. */
final class TableVersion {

    private static final String TABLE_MISSING = "42S02";
    private static final String WAR = "/MICRO-INF/deploy/ROOT.war";
    private static final Pattern MIGRATION = Pattern.compile("db/migration/V(\\d+)__.*");

    private TableVersion() {}

    /** Says in a few words what it found. */
    static String look(Connection connection, List<Fault> faults) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(quoted(
                        connection, "SELECT 'version', 'success' FROM 'schema_history' WHERE 'version' IS NOT NULL"))) {
            int newest = 0;
            while (rows.next()) {
                newest = Math.max(newest, Integer.parseInt(rows.getString(1)));
                checkSuccess(rows.getString(1), rows.getBoolean(2), faults);
            }
            return told(newest, shipped(), faults);
        } catch (SQLException e) {
            if (TABLE_MISSING.equals(e.getSQLState())) {
                return "empty, its tables are made at the start";
            }
            faults.add(new Fault(
                    "The version of the database's tables cannot be read: " + e.getMessage() + ".",
                    "Let the account of bookbell.db.user read and write all tables of the database."));
            return "tables of an unknown version";
        }
    }

    private static String told(int newest, int shipped, List<Fault> faults) {
        if (newest > shipped) {
            faults.add(new Fault(
                    "The tables of the database have version " + newest + ", but this bookbell.jar knows them up to "
                            + shipped + ": a newer one was here.",
                    "Use that newer bookbell.jar, or restore the backup made before the update."));
        }
        return newest < shipped
                ? "tables of version " + newest + ", brought to " + shipped + " at the start"
                : "tables of version " + newest;
    }

    private static void checkSuccess(String version, boolean succeeded, List<Fault> faults) {
        if (!succeeded) {
            faults.add(new Fault(
                    "The change of the database's tables to version " + version + " broke off.",
                    "Restore the backup made before the update, and start the new bookbell.jar again."));
        }
    }

    private static String quoted(Connection connection, String sql) throws SQLException {
        return sql.replace("'", connection.getMetaData().getIdentifierQuoteString());
    }

    /** The newest version that the migrations in this jar lead to; they lie in a jar of the application in it. */
    private static int shipped() {
        try (InputStream war = TableVersion.class.getResourceAsStream(WAR)) {
            if (war == null) {
                throw new IllegalStateException("the application is not in the jar");
            }
            int newest = 0;
            ZipInputStream zip = new ZipInputStream(war);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("WEB-INF/lib/bookbell-core")) {
                    newest = Math.max(newest, newestIn(new ZipInputStream(zip)));
                }
            }
            return newest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int newestIn(ZipInputStream jar) throws IOException {
        int newest = 0;
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            Matcher migration = MIGRATION.matcher(entry.getName());
            if (migration.matches()) {
                newest = Math.max(newest, Integer.parseInt(migration.group(1)));
            }
        }
        return newest;
    }
}
