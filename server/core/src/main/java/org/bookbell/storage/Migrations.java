package org.bookbell.storage;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database's tables to what this version of the server needs. */
public final class Migrations {

    private Migrations() {}

    /** Runs the migrations that {@code database} has not seen; several nodes may call it at once. */
    public static void run(DataSource database) throws SQLException {
        Dialect dialect;
        try (var connection = database.getConnection()) {
            dialect = Dialect.of(connection);
        }
        Flyway.configure(Migrations.class.getClassLoader())
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
                .load()
                .migrate();
    }
}
