package org.bookbell.launcher.server;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** How the server logs: everything to rotating files in the data directory, and what concerns people to the console. */
public final class ServerLog {

    /** The current file; older ones have higher numbers. */
    public static final String FILE = "server.0.log";

    /** Lines for the person at the console: an address, a password shown once. They stand in no file. */
    static final String CONSOLE_LOGGER = "org.bookbell.console";

    private static final int FILE_BYTES = 20_000_000;
    private static final int FILES = 10;

    private ServerLog() {}

    /** Writes the logging configuration for this start into {@code file}. */
    static void configure(Path file, Path logDirectory) throws IOException {
        Properties properties = new Properties();
        String handler = "java.util.logging.FileHandler";
        properties.setProperty("handlers", handler + "," + StartupWatch.class.getName());
        properties.setProperty(handler + ".pattern", escaped(logDirectory) + "/server.%g.log");
        properties.setProperty(handler + ".limit", Integer.toString(FILE_BYTES));
        properties.setProperty(handler + ".count", Integer.toString(FILES));
        properties.setProperty(handler + ".append", "true");
        properties.setProperty(handler + ".encoding", "UTF-8");
        properties.setProperty(handler + ".formatter", "java.util.logging.SimpleFormatter");
        properties.setProperty(
                "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tLZ %4$-7s [%3$s] %5$s%6$s%n");
        properties.setProperty(".level", "INFO");
        properties.setProperty("com.hazelcast.level", "WARNING");
        // the expired certificates among the hundred that Java and Payara bring along
        properties.setProperty("javax.enterprise.system.security.ssl.level", "SEVERE");
        properties.setProperty(CONSOLE_LOGGER + ".handlers", ConsoleLines.class.getName());
        properties.setProperty(CONSOLE_LOGGER + ".useParentHandlers", "false");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private static String escaped(Path directory) {
        return directory.toString().replace('\\', '/').replace("%", "%%");
    }
}
