package org.bookbell.launcher.server;

import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.database.Database;
import org.bookbell.launcher.directory.DataDirectory;
import org.bookbell.launcher.settings.Settings;

/**
 * Payara Micro with our WAR, in this process. Each start begins with a fresh configuration made from the settings of
 * now, since the one a former start left would win over them.
 */
public final class Server {

    private final Settings settings;
    private final DataDirectory data;

    public Server(Settings settings, DataDirectory data) {
        this.settings = settings;
        this.data = data;
    }

    /** Starts it and returns once the application answers; says why if it does not. */
    public void start() throws FaultsException, IOException {
        Database database = Database.of(settings);
        publish(database);
        Path root = data.freshRuntime();
        Path logging = root.resolve("logging.properties");
        ServerLog.configure(logging, data.log());
        Path domain = root.resolve("domain.xml");
        DomainConfiguration.write(domain, settings, database);
        ServerFiles.write(root);
        boot(
                "--nohazelcast",
                "--disablephonehome",
                "--rootdir",
                root.toString(),
                "--domainconfig",
                domain.toString(),
                "--logproperties",
                logging.toString());
    }

    private void boot(String... arguments) throws FaultsException {
        FutureTask<PayaraMicroBoot> start = new FutureTask<>(() -> Payara.create(arguments));
        new StartThread(start).start();
        try {
            PayaraMicroBoot payara = start.get();
            // whoever asks the application later is a child of this thread
            Thread.currentThread().setContextClassLoader(payara.getClass().getClassLoader());
            if (payara.getRuntime().getDeployedApplicationNames().isEmpty()) {
                throw notStarted("the application was not deployed");
            }
        } catch (ExecutionException e) {
            throw notStarted(StartupWatch.rootOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStarted("the start was interrupted");
        }
    }

    private FaultsException notStarted(String reason) {
        String first = StartupWatch.firstSevere().orElse(reason);
        String log = "the whole story is in " + data.path().resolve("log").resolve(ServerLog.FILE) + ".";
        return new FaultsException(
                "The server did not start: " + first,
                first.contains("Address already in use")
                        ? "Another process took the port meanwhile; choose another with --port, or see: " + log
                        : "Mend that and start again; " + log);
    }

    /** Gives the settings to the application, and the database's to the pools. */
    private void publish(Database database) {
        settings.names().stream()
                .filter(name -> !name.equals("bookbell.db.password"))
                .forEach(name -> System.setProperty(name, settings.get(name)));
        System.clearProperty("bookbell.db.password");
        for (Database.Use use : Database.Use.values()) {
            System.setProperty(DomainConfiguration.urlProperty(use), database.urlFor(use));
        }
        System.setProperty(DomainConfiguration.USER, database.user());
        System.setProperty(DomainConfiguration.PASSWORD, database.password());
    }
}
