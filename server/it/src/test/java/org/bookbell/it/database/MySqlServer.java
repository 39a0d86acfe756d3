package org.bookbell.it.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8.0 from Maven Central, which the build unpacks where the machine has its system libraries. */
final class MySqlServer implements DatabaseServer {

    private static final String OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private final Schemas schemas;

    private MySqlServer(String serverUrl) {
        schemas = new Schemas(Vendor.MYSQL, serverUrl, OPTIONS);
    }

    static MySqlServer start() {
        var home = Path.of(System.getProperty("bookbell.it.mysql", "target/mysql"));
        requireRunnable(home);
        var directory = ScratchDirectory.create("mysql");
        var port = FreePort.find();
        try {
            initialize(home, directory);
            var server = run(
                    home,
                    directory,
                    "--port=" + port,
                    "--bind-address=127.0.0.1",
                    "--socket=" + directory.resolve("s"),
                    "--mysqlx=OFF",
                    "--skip-log-bin",
                    "--max-connections=500");
            ScratchDirectory.deleteAtEnd(directory, () -> stop(server));
            var url = "jdbc:mysql://127.0.0.1:" + port + "/";
            await("MySQL, whose log is in " + directory)
                    .atMost(Duration.ofMinutes(3))
                    .failFast("MySQL ended", () -> !server.isAlive())
                    .until(() -> accepts(url));
            return new MySqlServer(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Schema freshSchema() {
        return schemas.fresh();
    }

    private static void requireRunnable(Path home) {
        if (!Files.exists(home.resolve("bin/mysqld"))) {
            Required.missing(
                    "MySQL is not unpacked at " + home + ": install libaio1 and libnuma1, then run the build again");
        }
    }

    private static void initialize(Path home, Path directory) throws IOException {
        var process = run(home, directory, "--initialize-insecure");
        await("the making of MySQL's data directory")
                .atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive());
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "MySQL refused to make its data: " + Files.readString(directory.resolve("log")));
        }
    }

    private static Process run(Path home, Path directory, String... arguments) throws IOException {
        var program = home.resolve("bin/mysqld").toFile();
        if (!program.canExecute() && !program.setExecutable(true)) {
            throw new IllegalStateException("cannot make " + program + " executable");
        }
        var command = new ArrayList<>(List.of(program.getPath(), "--no-defaults", "--basedir=" + home));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.add("--datadir=" + directory.resolve("data"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private static boolean accepts(String url) {
        try (var connection = DriverManager.getConnection(url + OPTIONS, "root", "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void stop(Process server) {
        server.destroy();
        try {
            if (!server.waitFor(20, SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }
}
