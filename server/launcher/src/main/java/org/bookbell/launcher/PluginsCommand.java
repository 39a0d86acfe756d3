package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;
import org.bookbell.launcher.installation.ApplicationClasses;
import org.bookbell.launcher.installation.BootJar;

/**
 * {@code plugins} and {@code plugins check FILE}: what a server with these settings would make of its plugins, or of a jar.
 * It is found out in this process, whether a server runs or not, and none is started.
 */
final class PluginsCommand {

    private static final String CONSOLE = "org.bookbell.plugin.console.PluginConsole";

    private PluginsCommand() {}

    static void list(Call call) throws FaultsException, IOException {
        Path folder = Path.of(call.settings().get("bookbell.plugins.dir"));
        if (!call.line().arguments().isEmpty()) {
            call.faults()
                    .add(new Fault(
                            "plugins takes no \"" + String.join(" ", call.line().arguments()) + "\".",
                            "Write: plugins, or: plugins check FILE."));
        }
        call.stopIfAnyFault();
        tell(call, "list", folder);
    }

    static void check(Call call) throws FaultsException, IOException {
        if (call.line().arguments().size() != 1) {
            call.faults().add(new Fault("plugins check needs the name of one jar.", "Write: plugins check FILE."));
        }
        call.stopIfAnyFault();
        tell(
                call,
                "check",
                Path.of(call.line().arguments().get(0)).toAbsolutePath().normalize());
    }

    private static void tell(Call call, String what, Path subject) throws FaultsException, IOException {
        beQuiet();
        try (ApplicationClasses classes = ApplicationClasses.unpack(BootJar.ofThisProcess())) {
            List<String> words = Stream.concat(
                            Stream.of(what, subject.toString()),
                            classes.libraries().stream().map(Path::toString))
                    .toList();
            Reply reply = classes.ask(CONSOLE, words);
            reply.lines().forEach(Console::say);
            call.faults().addAll(reply.faults());
        }
        call.stopIfAnyFault();
        Console.say("All is well.");
    }

    /** What plugins print and log would stand between our lines, which say it already. */
    private static void beQuiet() {
        LogManager.getLogManager().reset();
        Console.quieten();
    }
}
