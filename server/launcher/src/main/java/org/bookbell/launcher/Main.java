package org.bookbell.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.settings.Nearest;

/** The entry of {@code bookbell.jar}. */
public final class Main {

    private static final int EXIT_FAILED = 1;

    private Main() {}

    /** Runs the command that {@code args} name; without one, starts the server, which runs on when this returns. */
    public static void main(String[] args) {
        String machineZone = TimeZone.getDefault().getID();
        // databases' drivers take the process's zone for the zone of their times
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        List<Fault> faults = new ArrayList<>();
        Call call = new Call(CommandLine.parse(List.of(args), faults), faults, machineZone);
        try {
            Command command = command(call);
            run(command, call);
            if (command != Command.START) {
                System.exit(0);
            }
        } catch (FaultsException e) {
            fail(e.faults());
        } catch (IOException e) {
            fail(List.of(new Fault(
                    "Files could not be read or written: " + e + ".",
                    "See whether the data directory has room and belongs to the user who runs this.")));
        }
    }

    private static void fail(List<Fault> faults) {
        Console.complain(faults);
        Console.silence();
        System.exit(EXIT_FAILED);
    }

    private static Command command(Call call) throws FaultsException {
        String words = call.line().command();
        Optional<Command> command = Command.find(words);
        if (command.isEmpty()) {
            call.faults()
                    .add(new Fault(
                            "The command " + words + " is not known.",
                            "Did you mean " + Nearest.to(words, Command.all()) + "? All are shown by --help."));
            throw new FaultsException(call.faults());
        }
        return command.get();
    }

    private static void run(Command command, Call call) throws FaultsException, IOException {
        switch (command) {
            case START -> Start.run(call);
            case CHECK -> CheckCommand.run(call);
            case ORGANIZATION_CREATE -> OrganizationCommand.run(call);
            case ORGANIZATION_IMPORT -> ImportCommand.run(call);
            case BACKUP -> BackupCommand.run(call);
            case PLUGINS -> PluginsCommand.list(call);
            case PLUGINS_CHECK -> PluginsCommand.check(call);
            case INSTALL -> InstallCommand.run(call);
            case HELP -> Help.show();
            case VERSION -> Console.say("Bookbell " + Help.version());
        }
    }
}
