package org.bookbell.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;

/** Runs all measurements and prints their table; a first argument is the file that gets it, too. */
public final class Bench {

    private static final Logger LOG = System.getLogger(Bench.class.getName());

    /** Of 16 that each staff member could take. */
    private static final int APPOINTMENTS_A_DAY = 5;

    private static final String MEASUREMENTS =
            "start, memory, bookings, receipts, claims, idle, rush, feeds, export or sheets";

    /** One measurement alone; empty for all. */
    private static final String ONLY = System.getProperty("bookbell.bench.only", "");

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bookbell.bench.seconds", 5));

    private final Clock clock = Clock.systemUTC();
    private final LocalDate first = LocalDate.now(clock).plusDays(2);
    private final Table table = new Table();
    private final Schema schema = Vendor.MARIADB.freshSchema();

    private Bench() {}

    public static void main(String[] args) {
        var bench = new Bench();
        try {
            bench.run();
            if (args.length > 0) {
                Files.writeString(Path.of(args[0]), bench.table.text());
            }
            System.exit(0);
        } catch (SQLException | IOException | RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "The measurement failed.", failure);
            System.exit(1);
        }
    }

    private void run() throws SQLException, IOException {
        switch (ONLY) {
            case "start" -> start();
            case "memory" -> underLoad(start()).stop();
            case "bookings" -> bookings();
            case "receipts" -> receipts();
            case "claims" -> new Claims(table, clock).measure();
            case "idle" -> new IdleTick(table).measure();
            case "rush" -> new Rush(table, clock).measure();
            case "feeds" -> feeds();
            case "export" -> export();
            case "sheets" -> new DaySheets(table, LENGTH).measure();
            case "" -> all();
            default ->
                throw new IllegalArgumentException(
                        "bookbell.bench.only must be " + MEASUREMENTS + ", or empty for all, but was " + ONLY);
        }
    }

    private void all() throws SQLException, IOException {
        var startUp = start();
        growth();
        var server = underLoad(startUp);
        new Receipts(table, Subject.of(server, schema, "00:00", "24:00")).measure();
        new Punctuality(table, Subject.of(server, schema, "00:00", "24:00"), clock).measure();
        feeds(server);
        server.stop();
        export();
        new DaySheets(table, LENGTH).measure();
        new Claims(table, clock).measure();
        new IdleTick(table).measure();
        new Rush(table, clock).measure();
    }

    /** What is asked for and booked beside controls, and what memory that leaves; answers the server. */
    private BookbellServer underLoad(StartUp startUp) throws SQLException, IOException {
        var server = inUse();
        var practice = Subject.of(server, schema, "09:00", "17:00");
        var months = new Months(practice, first);
        months.fill(APPOINTMENTS_A_DAY);
        var control = ControlServer.start(schema, whatToAnswer(practice, months.one()));

        new Availability(table, months, control.address(), first, LENGTH).measure();
        new Bookings(table, Subject.of(server, schema, "00:00", "24:00"), LENGTH).measure(first);
        startUp.memory(server.pid(), control.pid());
        control.stop();
        return server;
    }

    private StartUp start() throws SQLException, IOException {
        ControlServer.rehearse(schema);
        var startUp = new StartUp(table);
        startUp.measure(schema);
        return startUp;
    }

    private void bookings() throws SQLException {
        var server = inUse();
        new Bookings(table, Subject.of(server, schema, "00:00", "24:00"), LENGTH).measure(first);
        server.stop();
    }

    /** As any server that is in use: what is due is sent and not tried again and again. */
    private BookbellServer inUse() {
        var server = BookbellServer.on(schema, CopiedReminders.UNLIMITED);
        addGateway(server, "phones", "SMS", "simulator");
        addGateway(server, "letters", "EMAIL", "mailbox");
        return server;
    }

    private void receipts() throws SQLException {
        var server = BookbellServer.on(schema);
        addGateway(server, "phones", "SMS", "simulator");
        new Receipts(table, Subject.of(server, schema, "00:00", "24:00")).measure();
        server.stop();
    }

    private void feeds() throws SQLException {
        var server = inUse();
        feeds(server);
        server.stop();
    }

    private void feeds(BookbellServer server) throws SQLException {
        var calendar = SubscribedCalendar.of(Subject.of(server, schema, "00:00", "24:00"), first);
        var control = ControlServer.start(schema, Map.of());
        new Polling(table, calendar, control.address(), LENGTH).measure(server.pid(), control.pid());
        control.stop();
        new WholeCalendar(table, calendar, LENGTH).measure();
    }

    /** On a database of its own, that has nothing else in it. */
    private void growth() throws SQLException {
        var empty = Vendor.MARIADB.freshSchema();
        var server = BookbellServer.on(empty);
        new Growth(table, Subject.of(server, empty, "09:00", "17:00"), LENGTH).measure(first);
        server.stop();
    }

    /** Likewise. */
    private void export() throws SQLException {
        var empty = Vendor.MARIADB.freshSchema();
        var server = BookbellServer.on(empty);
        new CsvDownload(table, Subject.of(server, empty, "00:00", "24:00"), first).measure();
        server.stop();
    }

    private static void addGateway(BookbellServer server, String name, String kind, String provider) {
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder().add("name", name).add("kind", kind).add("provider", provider));
    }

    private static Map<String, String> whatToAnswer(Subject subject, URI slots) throws IOException {
        var answer = subject.server().api().get(slots.getRawPath() + "?" + slots.getRawQuery());
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        var file = Files.writeString(Files.createTempFile("bookbell-slots", ".json"), answer.body());
        var calendars = subject.calendars().stream().map(String::valueOf).collect(Collectors.joining(","));
        return Map.of("control.answer", file.toString(), "control.calendars", calendars);
    }
}
