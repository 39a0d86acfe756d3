package org.bookbell.it.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An empty schema on a server, and how to reach it. */
public record Schema(Vendor vendor, String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return vendor.name();
    }
}
