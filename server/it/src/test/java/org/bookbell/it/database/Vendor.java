package org.bookbell.it.database;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

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

    /** What slow tests run on: {@code one} kind in the gate, {@code others} too with {@code -Pfull}. */
    public static Stream<Vendor> inGate(Vendor one, Vendor... others) {
        var more = Boolean.getBoolean("bookbell.it.full") ? Stream.of(others) : Stream.<Vendor>empty();
        return Stream.concat(Stream.of(one), more);
    }

    public Schema freshSchema() {
        return server().freshSchema();
    }
}
