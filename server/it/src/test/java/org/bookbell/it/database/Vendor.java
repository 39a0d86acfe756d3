package org.bookbell.it.database;

import java.util.EnumMap;
import java.util.Map;

/** The kinds of database that Bookbell runs on. */
public enum Vendor {
    H2 {
        @Override
        DatabaseServer start() {
            return new H2Server();
        }
    },
    MARIADB {
        @Override
        DatabaseServer start() {
            return MariaDbServer.start();
        }
    },
    MYSQL {
        @Override
        DatabaseServer start() {
            return MySqlServer.start();
        }
    };

    private static final Map<Vendor, DatabaseServer> RUNNING = new EnumMap<>(Vendor.class);

    abstract DatabaseServer start();

    /** The one server of this kind, started if need be; skips the test that asks where the machine cannot run it. */
    public DatabaseServer server() {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(this, Vendor::start);
        }
    }

    public Schema freshSchema() {
        return server().freshSchema();
    }
}
