package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.bookbell.launcher.directory.Control;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.server.Application;

/**
 * {@code organization import FILE}: by the running server, if one runs on the data directory; otherwise one is started
 * for it, as the settings say, and stopped again.
 */
final class ImportCommand {

    private ImportCommand() {}

    static void run(Call call) throws FaultsException, IOException {
        Path data = Path.of(call.settings().get("bookbell.data.dir"));
        if (call.line().arguments().size() != 1) {
            call.faults()
                    .add(new Fault(
                            "organization import needs the name of one archive.", "Write: organization import FILE."));
        }
        call.stopIfAnyFault();
        Path file = Path.of(call.line().arguments().get(0)).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new FaultsException(
                    "The file " + file + " cannot be read.", "Give the name of an archive that was downloaded.");
        }
        List<String> request = List.of(Command.ORGANIZATION_IMPORT.words(), file.toString());
        if (DataDirectory.isLocked(data)) {
            tell(Control.ask(data, request));
        } else {
            Console.say("No server runs on " + data + ": one is started for this and stopped again.");
            Start.boot(call);
            tell(Application.ask(request));
        }
    }

    private static void tell(Reply reply) throws FaultsException {
        reply.lines().forEach(Console::say);
        if (!reply.faults().isEmpty()) {
            throw new FaultsException(reply.faults());
        }
    }
}
