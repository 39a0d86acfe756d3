package org.bookbell.storage.start;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.bookbell.storage.Dialect;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the database's tables to what this version of the server needs. */
public final class Migrations {

    private Migrations() {}

    /**
     * Runs the migrations that {@code database} has not seen; several nodes may call it at once.
     *
     * @throws IllegalStateException with the cure, if a newer version of the server made the tables
     */
    public static void run(DataSource database) throws SQLException {
        Dialect dialect;
        try (var connection = database.getConnection()) {
            dialect = Dialect.of(connection);
        }
        var flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .table("schema_history")
                .placeholders(Map.of(
                        "table_options",
                        dialect.tableOptions(),
                        "long_text",
                        dialect.longText(),
                        "stored",
                        dialect.stored(),
                        "modify",
                        dialect.modify()))
                .load();
        refuseNewerTables(flyway.info());
        flyway.migrate();
    }

    /** An older version would run on them unnoticed, and write what the newer one cannot read. */
    private static void refuseNewerTables(MigrationInfoService info) {
        var newest = newest(Arrays.stream(info.applied()));
        var known = newest(Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved()));
        if (newest.isNewerThan(known)) {
            throw new IllegalStateException("The tables of the database have version " + newest
                    + ", but this Bookbell knows them up to " + known + ": a newer one was here."
                    + " Use that newer Bookbell, or restore the backup made before the update.");
        }
    }

    private static MigrationVersion newest(Stream<MigrationInfo> migrations) {
        return migrations
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }
}
