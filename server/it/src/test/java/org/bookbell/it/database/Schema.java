package org.bookbell.it.database;

import com.mysql.cj.jdbc.MysqlConnectionPoolDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.ConnectionPoolDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** An empty schema on a server, and how to reach it. */
public record Schema(Vendor vendor, String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    public String name() {
        return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    /** A pool of up to {@code size} connections, at READ COMMITTED as the product's. */
    public JdbcConnectionPool pool(int size) {
        try {
            var pool = JdbcConnectionPool.create(source());
            pool.setMaxConnections(size);
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a pool for " + url, e);
        }
    }

    private ConnectionPoolDataSource source() throws SQLException {
        return switch (vendor) {
            case H2 -> {
                var source = new JdbcDataSource();
                source.setURL(url);
                source.setUser(user);
                source.setPassword(password);
                yield source;
            }
            case MARIADB -> {
                var source = new MariaDbDataSource(with("transactionIsolation=READ-COMMITTED"));
                source.setUser(user);
                source.setPassword(password);
                yield source;
            }
            case MYSQL -> {
                var source = new MysqlConnectionPoolDataSource();
                source.setUrl(with("sessionVariables=transaction_isolation='READ-COMMITTED'"));
                source.setUser(user);
                source.setPassword(password);
                yield source;
            }
        };
    }

    private String with(String option) {
        return url + (url.contains("?") ? "&" : "?") + option;
    }

    @Override
    public String toString() {
        return vendor.name();
    }
}
