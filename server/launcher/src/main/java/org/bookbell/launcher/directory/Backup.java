package org.bookbell.launcher.directory;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.database.DriverJar;
import org.bookbell.launcher.settings.Defaults;
import org.bookbell.launcher.settings.Settings;

/**
 * Copies the embedded database, while it is in use or not, and the server's secret into one zip file: what a new data
 * directory needs. Who has the file can read everything, so only its owner may.
 */
public final class Backup {

    private final Database database;
    private final Path key;

    public Backup(Settings settings) {
        this.database = Database.of(settings);
        this.key = Path.of(settings.find("bookbell.key-file").orElse(""));
    }

    /** Writes to {@code file}, whole or not at all, with the driver that {@code loader} knows. */
    public void write(Path file, ClassLoader loader) throws FaultsException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createFile(part, DataDirectory.ownerOnly("rw-------"));
            copyDatabase(part, loader);
            addKey(part);
            Files.move(part, file);
        } catch (IOException | SQLException e) {
            throw new FaultsException(
                    "The backup to " + file + " failed: "
                            + (e instanceof IOException io ? Fault.reasonOf(io) : e.getMessage()) + ".",
                    "Give the name of a new file in a directory that the server may write to and that has room.");
        }
    }

    private void copyDatabase(Path part, ClassLoader loader) throws SQLException {
        try (Connection connection = DriverJar.connect(database, loader);
                Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + part.toString().replace("'", "''") + "'");
        }
    }

    private void addKey(Path part) throws IOException {
        if (Files.isRegularFile(key)) {
            try (FileSystem zip = FileSystems.newFileSystem(part)) {
                Files.copy(key, zip.getPath(Defaults.KEY_FILE));
            }
        }
    }
}
