package org.bookbell.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.database.DatabaseCheck;
import org.bookbell.launcher.directory.Backup;
import org.bookbell.launcher.server.Application;
import org.bookbell.launcher.settings.Settings;

/** What the running server does for a second process. */
final class Requests {

    static final String BACKUP = "backup";
    static final String CHECK = "check";

    private final Settings settings;
    private final ClassLoader classes;

    /** With the class loader that knows the driver of the embedded database. */
    Requests(Settings settings, ClassLoader classes) {
        this.settings = settings;
        this.classes = classes;
    }

    Reply answer(List<String> words) throws FaultsException {
        return switch (words.get(0)) {
            case BACKUP -> backup(Path.of(words.get(1)));
            case CHECK -> check();
            default -> Application.ask(words);
        };
    }

    private Reply backup(Path file) throws FaultsException {
        new Backup(settings).write(file, classes);
        return Reply.done();
    }

    private Reply check() throws FaultsException {
        Reply gateways = Application.ask(List.of(CHECK));
        if (!Database.of(settings).isEmbedded()) {
            return gateways;
        }
        List<Fault> faults = new ArrayList<>();
        String found = DatabaseCheck.look(Database.of(settings), classes, faults);
        String line = CheckCommand.line("database", found, faults.isEmpty());
        return new Reply(List.of(line), faults).and(gateways);
    }
}
