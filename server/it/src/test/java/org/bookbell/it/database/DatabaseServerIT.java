package org.bookbell.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseServerIT {

    @ParameterizedTest
    @EnumSource
    void each_schema_is_fresh(Vendor vendor) throws SQLException {
        var used = vendor.freshSchema();
        try (var connection = used.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE thing (id BIGINT NOT NULL PRIMARY KEY)");
        }

        var fresh = vendor.freshSchema();

        try (var connection = fresh.connect();
                var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%hing%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_server_is_the_one_that_its_name_says(Vendor vendor) throws SQLException {
        try (var connection = vendor.freshSchema().connect()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualToIgnoringCase(vendor.name());
        }
    }
}
