package org.bookbell.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.database.Database.Use;
import org.bookbell.launcher.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @Test
    void the_embedded_database_writes_each_commit_before_it_answers() {
        Database database = Database.of(new Settings(Map.of("bookbell.data.dir", "/srv/data")));

        assertThat(database.urlFor(Use.WEB))
                .isEqualTo("jdbc:h2:retry:/srv/data/bookbell;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        assertThat(database.schema()).isEqualTo("PUBLIC");
    }

    @Test
    void an_interruption_leaves_the_embedded_database_open(@TempDir Path data) throws SQLException {
        String url = Database.of(new Settings(Map.of("bookbell.data.dir", data.toString())))
                .urlFor(Use.JOBS);
        query(url, "CREATE TABLE note AS SELECT x AS id, RANDOM_UUID() AS text FROM SYSTEM_RANGE(1, 50000)");

        try (Connection other = DriverManager.getConnection(url, "sa", "")) {
            Thread.currentThread().interrupt();
            query(url, "SELECT MAX(text) FROM note");
            assertThat(Thread.interrupted()).isFalse();

            assertThat(other.isValid(1)).isTrue();
        }
    }

    @Test
    void a_lost_database_is_noticed_within_two_seconds_by_pages_and_later_by_jobs() {
        Database database = at("jdbc:mysql://db:3306/bookbell");

        assertThat(database.urlFor(Use.WEB))
                .startsWith("jdbc:mysql://db:3306/bookbell?connectTimeout=1500&socketTimeout=2000&");
        assertThat(database.urlFor(Use.JOBS)).contains("socketTimeout=60000");
        assertThat(database.schema()).isEqualTo("bookbell");
    }

    @Test
    void what_the_address_says_itself_is_left_as_it_is() {
        Database database = at("jdbc:mariadb://db/bell?socketTimeout=9&sslMode=verify-full");

        assertThat(database.urlFor(Use.WEB))
                .startsWith("jdbc:mariadb://db/bell?socketTimeout=9&sslMode=verify-full&connectTimeout=1500")
                .doesNotContain("socketTimeout=2000");
    }

    @Test
    void the_pools_use_xa_unless_told_otherwise() {
        Database galera =
                Database.of(new Settings(Map.of("bookbell.db.url", "jdbc:mysql://a/b", "bookbell.db.xa", "false")));

        assertThat(at("jdbc:mysql://a/b").dataSource()).isEqualTo("com.mysql.cj.jdbc.MysqlXADataSource");
        assertThat(at("jdbc:mysql://a/b").resourceType()).isEqualTo("javax.sql.XADataSource");
        assertThat(galera.dataSource()).isEqualTo("com.mysql.cj.jdbc.MysqlConnectionPoolDataSource");
        assertThat(galera.resourceType()).isEqualTo("javax.sql.ConnectionPoolDataSource");
    }

    @Test
    void its_text_shows_no_secret() {
        assertThat(at("jdbc:mariadb://me:s3cret@db/bell?password=s3cret").toString())
                .isEqualTo("Database[jdbc:mariadb://db/bell]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/bell", "jdbc:mysql://db:3306", "mysql://db/bell", "db", ""})
    void an_address_of_another_kind_is_a_fault(String url) {
        List<Fault> faults = new ArrayList<>();

        Settings settings = Database.checked(new Settings(Map.of("bookbell.db.url", url)), faults);

        assertThat(faults).hasSize(1);
        assertThat(settings.find("bookbell.db.url")).isEmpty();
    }

    private static void query(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Database at(String url) {
        return Database.of(new Settings(Map.of("bookbell.db.url", url, "bookbell.db.xa", "true")));
    }
}
