package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.installation.BootJar;
import org.bookbell.launcher.installation.Installation;
import org.bookbell.launcher.installation.Rehearsal;

/** {@code install DIRECTORY}: a server whose classes are kept ready, so that it starts in two thirds of the time. */
final class InstallCommand {

    private InstallCommand() {}

    static void run(Call call) throws FaultsException, IOException {
        BootJar packed = BootJar.ofThisProcess();
        if (call.line().arguments().size() != 1) {
            call.faults().add(new Fault("install needs the name of one directory.", "Write: install DIRECTORY."));
        }
        if (packed.form() != BootJar.Form.PACKED) {
            call.faults()
                    .add(new Fault(
                            packed.path() + " is installed already.",
                            "Run install from the bookbell.jar that you downloaded or built."));
        }
        call.stopIfAnyFault();
        Path directory =
                Path.of(call.line().arguments().get(0)).toAbsolutePath().normalize();
        if (Files.exists(directory) && !isEmptyDirectory(directory)) {
            throw new FaultsException(
                    directory + " is not empty.",
                    "Give a new directory, one for each version, so that the former one can still be started.");
        }
        Installation installation = Installation.write(packed.path(), directory);
        Console.say("Unpacked into " + directory + ". It is started and stopped once, to keep its classes.");
        Rehearsal.of(installation);
        Console.say("Installed. Start it with:");
        Console.say("  java -XX:SharedArchiveFile=" + installation.classes() + " -jar " + installation.jar());
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }
}
