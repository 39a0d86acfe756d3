package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.database.DatabaseCheck;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.server.Address;
import org.bookbell.launcher.settings.Settings;

/** {@code check}: looks at everything a start would look at, changes nothing, and says what it found. */
final class CheckCommand {

    /** One thing to look at, which adds what is wrong to the call's faults. */
    private record Look(String at, Step step) {}

    @FunctionalInterface
    private interface Step {
        void look(Settings settings, Path data, List<Fault> faults) throws IOException;
    }

    private static final List<Look> LOOKS = List.of(
            new Look("data directory", CheckCommand::data),
            new Look("address", CheckCommand::address),
            new Look("database", CheckCommand::database));

    private CheckCommand() {}

    static void run(Call call) throws FaultsException, IOException {
        Settings settings = call.settings();
        Path data = Path.of(settings.get("bookbell.data.dir"));
        tell("settings", call.faults().isEmpty());
        for (Look look : LOOKS) {
            int before = call.faults().size();
            look.step().look(settings, data, call.faults());
            tell(look.at(), call.faults().size() == before);
        }
        call.stopIfAnyFault();
    }

    private static void tell(String what, boolean well) {
        Console.say((well ? "ok     " : "WRONG  ") + what);
    }

    private static void data(Settings settings, Path data, List<Fault> faults) {
        Path existing = data;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            faults.add(new Fault(
                    "The data directory " + data + " cannot be written.",
                    "Make it writable for the user who runs the server, or choose another with --data."));
        }
    }

    private static void address(Settings settings, Path data, List<Fault> faults) {
        if (!DataDirectory.isLocked(data)) {
            Address.check(settings, faults);
        }
    }

    private static void database(Settings settings, Path data, List<Fault> faults) throws IOException {
        DatabaseCheck.run(Database.of(settings), faults);
    }
}
