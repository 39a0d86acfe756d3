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

    /** Runs the command that {@code args} name; without one, starts the server. */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        int exit = run(List.of(args));
        if (exit != 0) {
            System.exit(exit);
        }
    }

    private static int run(List<String> args) {
        List<Fault> faults = new ArrayList<>();
        CommandLine line = CommandLine.parse(args, faults);
        try {
            run(command(line, faults), new Call(line, faults));
            return 0;
        } catch (FaultsException e) {
            Console.complain(e.faults());
            return EXIT_FAILED;
        } catch (IOException e) {
            Console.complain(List.of(new Fault(
                    "Files could not be read or written: " + e + ".",
                    "See whether the data directory has room and belongs to the user who runs this.")));
            return EXIT_FAILED;
        }
    }

    private static Command command(CommandLine line, List<Fault> faults) throws FaultsException {
        Optional<Command> command = Command.find(line.command());
        if (command.isEmpty()) {
            faults.add(new Fault(
                    "The command " + line.command() + " is not known.",
                    "Did you mean " + Nearest.to(line.command(), Command.words()) + "? All are shown by --help."));
            throw new FaultsException(faults);
        }
        return command.get();
    }

    private static void run(Command command, Call call) throws FaultsException, IOException {
        switch (command) {
            case START -> Start.run(call);
            case CHECK -> CheckCommand.run(call);
            case BACKUP -> BackupCommand.run(call);
            case HELP -> Help.show();
            case VERSION -> Console.say("Bookbell " + Help.version());
        }
    }
}
