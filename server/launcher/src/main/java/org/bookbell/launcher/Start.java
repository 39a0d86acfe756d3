package org.bookbell.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.launcher.console.Console;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.database.DatabaseCheck;
import org.bookbell.launcher.directory.Control;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.server.Address;
import org.bookbell.launcher.server.Server;
import org.bookbell.launcher.server.ServerLog;
import org.bookbell.launcher.settings.Settings;

/** Checks all that can be checked before the server boots, then starts it; it runs until the process is told to stop. */
final class Start {

    private static final Duration LONGEST_STOP = Duration.ofMillis(9_500);

    private Start() {}

    static void run(Call call) throws FaultsException, IOException {
        boot(call);
        Console.say("Stop it with Ctrl+C or: kill " + ProcessHandle.current().pid());
    }

    /** Starts the server and lets other processes ask it; returns when it is up. */
    static void boot(Call call) throws FaultsException, IOException {
        long begun = System.nanoTime();
        Settings settings = call.settings();
        DataDirectory data = prepare(settings, call);

        Console.say("Bookbell " + Help.version() + " is starting.");
        Console.say("  data      " + data.path());
        Console.say("  database  " + Database.of(settings).shown());
        Console.say("  log       " + data.log().resolve(ServerLog.FILE));
        Console.quieten();
        AtomicBoolean up = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopInTime(up.get()), "bookbell-stop"));
        new Server(settings, data).start();
        up.set(true);
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        Control.listen(data.path(), new Requests(settings, classes)::answer);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Console.say(String.format(
                Locale.ROOT, "Bookbell is up after %.1f s: %s", seconds, settings.get("bookbell.publicUrl")));
    }

    private static DataDirectory prepare(Settings settings, Call call) throws FaultsException, IOException {
        Address.check(settings, call.faults());
        Optional<DataDirectory> opened = DataDirectory.open(Path.of(settings.get("bookbell.data.dir")), call.faults());
        DatabaseCheck.run(Database.of(settings), call.faults());
        call.stopIfAnyFault();
        DataDirectory data = opened.orElseThrow();
        data.makeKeyFor(settings);
        return data;
    }

    /** The server stops by its own hook; should that hang, the process ends nevertheless. */
    private static void stopInTime(boolean up) {
        Thread halt = new Thread(
                () -> {
                    try {
                        Thread.sleep(LONGEST_STOP.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(1);
                },
                "bookbell-halt");
        halt.setDaemon(true);
        halt.start();
        if (up) {
            Console.say("Bookbell is stopping.");
            Console.silence();
        }
    }
}
