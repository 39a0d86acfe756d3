package org.bookbell.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import org.bookbell.it.database.FreePort;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.storage.start.Migrations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that cannot start says why, and what to do, and ends with an exit code that scripts can see. */
class StartUpFaultsIT {

    @Test
    void all_wrong_settings_are_told_at_once() {
        var server = BookbellServer.launched(Map.of("bookbell.db.pool.size", "many", "bookbell.demo", "perhaps"));

        assertThat(server.awaitEnd()).isNotZero();
        assertThat(server.output())
                .contains("bookbell.db.pool.size", "bookbell.demo")
                .doesNotContain("Exception");
    }

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var server = BookbellServer.launched(Map.of("bookbell.port", port));

            assertThat(server.awaitEnd()).isNotZero();
            assertThat(server.output()).contains(port).doesNotContain("Exception");
        }
    }

    @Test
    void a_data_directory_of_a_running_server_is_refused() {
        var running = BookbellServer.shared(Vendor.H2);

        var second = BookbellServer.launched(
                Map.of("bookbell.data.dir", running.data().toString()));

        assertThat(second.awaitEnd()).isNotZero();
        assertThat(second.output()).contains(running.data().toString()).doesNotContain("Exception");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        var address = "127.0.0.1:" + FreePort.find();
        var server = BookbellServer.launched(Map.of(
                "bookbell.db.url", "jdbc:mysql://" + address + "/bookbell",
                "bookbell.db.user", "bookbell",
                "bookbell.db.password", "dont-show-me"));

        assertThat(server.awaitEnd()).isNotZero();
        assertThat(server.output()).contains(address).doesNotContain("dont-show-me", "Exception");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "MARIADB"})
    void tables_that_a_newer_version_made_are_refused_with_the_cure(Vendor vendor) throws SQLException {
        var schema = vendor.freshSchema();
        letANewerVersionMake(schema);

        var server = BookbellServer.launched(Map.of(
                "bookbell.db.url", schema.url(),
                "bookbell.db.user", schema.user(),
                "bookbell.db.password", schema.password()));

        assertThat(server.awaitEnd()).isNotZero();
        assertThat(server.output())
                .contains("version 4711", "a newer one was here", "or restore the backup made before the update")
                .doesNotContain("Exception");
    }

    private static void letANewerVersionMake(Schema schema) throws SQLException {
        var pool = schema.pool(2);
        Migrations.run(pool);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            var quote = connection.getMetaData().getIdentifierQuoteString();
            statement.executeUpdate(("INSERT INTO `schema_history` (`installed_rank`, `version`, `description`, `type`,"
                            + " `script`, `installed_by`, `execution_time`, `success`)"
                            + " VALUES (4711, '4711', 'later', 'SQL', 'V4711__later.sql', 'sa', 1, TRUE)")
                    .replace("`", quote));
        } finally {
            pool.dispose();
        }
    }
}
