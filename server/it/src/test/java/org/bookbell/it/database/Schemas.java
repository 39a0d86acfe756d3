package org.bookbell.it.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes schemas on a server that speaks MySQL's dialect. */
final class Schemas {

    private final AtomicInteger made = new AtomicInteger();
    private final Vendor vendor;
    private final String serverUrl;
    private final String options;

    /** @param serverUrl up to and with the slash that the schema's name follows */
    Schemas(Vendor vendor, String serverUrl, String options) {
        this.vendor = vendor;
        this.serverUrl = serverUrl;
        this.options = options;
    }

    Schema fresh() {
        var name = "test" + made.incrementAndGet();
        try (var connection = DriverManager.getConnection(serverUrl + options, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the schema " + name, e);
        }
        return new Schema(vendor, serverUrl + name + options, "root", "");
    }
}
