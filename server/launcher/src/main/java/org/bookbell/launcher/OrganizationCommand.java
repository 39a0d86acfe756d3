package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.bookbell.launcher.directory.Control;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.server.Application;

/**
 * {@code organization create}: by the running server, if one runs on the data directory; otherwise one is started for
 * it, as the settings say, and stopped again. What the values may be only the application knows.
 */
final class OrganizationCommand {

    private static final List<String> REQUIRED =
            List.of("--name", "--slug", "--zone", "--locale", "--country", "--owner");

    private static final String ONLY_CHECK = "organization check";

    private OrganizationCommand() {}

    static void run(Call call) throws FaultsException, IOException {
        call.line()
                .arguments()
                .forEach(word -> call.faults()
                        .add(new Fault(
                                "The word \"" + word + "\" belongs to no option.",
                                "Put a value of several words in quotes.")));
        Path data = Path.of(call.settings().get("bookbell.data.dir"));
        if (DataDirectory.isLocked(data)) {
            tell(call, Control.ask(data, request(call)));
        } else {
            refuseMissing(call);
            Console.say("No server runs on " + data + ": one is started for this and stopped again.");
            Start.boot(call);
            tell(call, Application.ask(request(call)));
        }
    }

    private static void refuseMissing(Call call) throws FaultsException {
        REQUIRED.stream()
                .filter(option -> !call.line().options().containsKey(option))
                .forEach(option -> call.faults()
                        .add(new Fault("The option " + option + " is missing.", "Give it: " + option + " VALUE.")));
        call.stopIfAnyFault();
    }

    private static List<String> request(Call call) {
        // with faults of its own the call must not succeed, but those of the values are to be told too
        String request = call.faults().isEmpty() ? Command.ORGANIZATION_CREATE.words() : ONLY_CHECK;
        Stream<String> values = call.line().options().entrySet().stream()
                .map(option -> option.getKey().substring(2) + "=" + option.getValue());
        return Stream.concat(Stream.of(request), values).toList();
    }

    private static void tell(Call call, Reply reply) throws FaultsException {
        reply.lines().forEach(Console::say);
        List<Fault> faults = new ArrayList<>(call.faults());
        faults.addAll(reply.faults());
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }
}
