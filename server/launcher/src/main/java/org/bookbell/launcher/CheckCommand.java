package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.database.DatabaseCheck;
import org.bookbell.launcher.directory.Control;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.server.Address;
import org.bookbell.launcher.settings.Settings;

/**
 * {@code check}: looks at everything a start would look at, changes nothing, and says what it found; what only the
 * running server can reach, it is asked for.
 */
final class CheckCommand {

    /** Adds what is wrong to the faults, and says in a few words what it looked at. */
    @FunctionalInterface
    private interface Look {
        String at(List<Fault> faults) throws IOException;
    }

    private final Call call;
    private final Settings settings;
    private final Path data;
    private final boolean isRunning;

    private CheckCommand(Call call) {
        this.call = call;
        this.settings = call.settings();
        this.data = Path.of(settings.get("bookbell.data.dir"));
        this.isRunning = DataDirectory.isLocked(data);
    }

    static void run(Call call) throws FaultsException, IOException {
        new CheckCommand(call).run();
    }

    private void run() throws FaultsException, IOException {
        boolean wellSet = call.faults().isEmpty();
        Console.say(line("settings", "bookbell.publicUrl is " + settings.get("bookbell.publicUrl"), wellSet));
        look("data directory", this::data);
        look("address", this::address);
        boolean isOthers = Database.of(settings).isEmbedded() && isRunning;
        if (!isOthers) {
            look("database", faults -> DatabaseCheck.look(Database.of(settings), faults));
        }
        askTheServer();
        call.stopIfAnyFault();
        Console.say("All is well.");
    }

    private void look(String what, Look look) throws IOException {
        int before = call.faults().size();
        String detail = look.at(call.faults());
        Console.say(line(what, detail, call.faults().size() == before));
    }

    static String line(String what, String detail, boolean isWell) {
        return String.format("%-6s %-15s %s", isWell ? "ok" : "WRONG", what, detail);
    }

    private String data(List<Fault> faults) {
        Path existing = data;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            faults.add(new Fault(
                    "The data directory " + data + " cannot be written.",
                    "Make it writable for the user who runs the server, or choose another with --data."));
        }
        return data.equals(existing) ? data.toString() : data + ", made at the first start";
    }

    private String address(List<Fault> faults) {
        String address = settings.get("bookbell.host") + ":"
                + settings.find("bookbell.port").orElse("?");
        if (isRunning) {
            return address + ", the server is running";
        }
        Address.check(settings, faults);
        return address;
    }

    private void askTheServer() {
        if (!isRunning) {
            Console.say(String.format("%-6s %-15s %s", "-", "gateways", "asked by the running server only"));
            return;
        }
        try {
            Reply reply = Control.ask(data, List.of(Requests.CHECK));
            reply.lines().forEach(Console::say);
            call.faults().addAll(reply.faults());
        } catch (FaultsException e) {
            Console.say(line("server", "", false));
            call.faults().addAll(e.faults());
        }
    }
}
