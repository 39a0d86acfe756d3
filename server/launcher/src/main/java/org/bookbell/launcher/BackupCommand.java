package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.database.DriverJar;
import org.bookbell.launcher.directory.Backup;
import org.bookbell.launcher.directory.Control;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.settings.Settings;

/** {@code backup FILE}: by the running server, if one runs on the data directory, or by itself. */
final class BackupCommand {

    private BackupCommand() {}

    static void run(Call call) throws FaultsException, IOException {
        Settings settings = call.settings();
        Path data = Path.of(settings.get("bookbell.data.dir"));
        if (call.line().arguments().size() != 1) {
            call.faults().add(new Fault("backup needs the name of one file.", "Write: backup FILE."));
        }
        Database database = Database.of(settings);
        if (!database.isEmbedded()) {
            call.faults()
                    .add(new Fault(
                            "The database is " + database.shown() + ", which is backed up with its own tool.",
                            "Run: " + dump(database) + " and keep a copy of "
                                    + settings.find("bookbell.key-file").orElse("the key") + "."));
        } else if (!Files.isDirectory(data)) {
            call.faults().add(new Fault("There is no data directory " + data + ".", "Give the server's with --data."));
        }
        call.stopIfAnyFault();
        Path file = Path.of(call.line().arguments().get(0)).toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw new FaultsException(file + " exists.", "Give the name of a new file.");
        }
        write(settings, data, file);
        Console.say(
                "Backed up to " + file + " (" + Files.size(file) / 1024 + " KiB). It holds the server's secret too.");
    }

    private static void write(Settings settings, Path data, Path file) throws FaultsException, IOException {
        List<Fault> unavailable = new ArrayList<>();
        Optional<DataDirectory> own = DataDirectory.open(data, unavailable);
        if (own.isEmpty()) {
            Reply reply = Control.ask(data, List.of(Requests.BACKUP, file.toString()));
            if (!reply.faults().isEmpty()) {
                throw new FaultsException(reply.faults());
            }
            return;
        }
        DataDirectory locked = own.get();
        try (DriverJar driver = DriverJar.unpack(Database.of(settings))) {
            new Backup(settings).write(file, driver.loader());
        } finally {
            locked.close();
        }
    }

    private static String dump(Database database) {
        String tool = database.vendor() == Database.Vendor.MYSQL ? "mysqldump" : "mariadb-dump";
        return tool + " --single-transaction --hex-blob --host=… --user=" + database.user() + " --password "
                + database.schema() + " > FILE";
    }
}
