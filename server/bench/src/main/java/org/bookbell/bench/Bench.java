package org.bookbell.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.bookbell.storage.Ids;

/** Runs all measurements and prints their table; a first argument is the file that gets it, too. */
public final class Bench {

    private static final int STAFF = 10;
    private static final int APPOINTMENTS_OF_A_MONTH = 1_500;
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bookbell.bench.seconds", 5));

    private final LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(2);
    private final LocalDate to = from.plusDays(30);
    private final Table table = new Table();
    private final Schema schema = Vendor.MARIADB.freshSchema();
    private final StartUp startUp = new StartUp(table);

    private Bench() {}

    public static void main(String[] args) throws SQLException, IOException {
        var bench = new Bench();
        bench.run();
        if (args.length > 0) {
            Files.writeString(Path.of(args[0]), bench.table.text());
        }
        System.exit(0);
    }

    private void run() throws SQLException, IOException {
        var server = BookbellServer.on(schema);
        var shop = Shop.on(server, STAFF);
        var calendars = shop.staff().stream().map(Bench::number).toList();
        var stored = new Stored(schema, organizationOf(shop), number(shop.service()));
        stored.fill(calendars, from.atTime(LocalTime.MIDNIGHT), APPOINTMENTS_OF_A_MONTH);
        raise(calendars);

        var slots = URI.create(
                server.address() + shop.path() + "/slots?service=" + shop.service() + "&from=" + from + "&to=" + to);
        var control = ControlServer.start(schema, whatToAnswer(server, slots, calendars));
        var hello = URI.create(control.address() + "/hello");
        var busy = URI.create(control.address() + "/busy");
        List.of(slots, hello, busy).forEach(address -> Load.get(address, 8, LENGTH.multipliedBy(2)));

        availability(slots, busy, hello, calendars);
        new Bookings(table, server, shop, stored, schema, calendars, LENGTH).measure(from.plusDays(40));
        startUp.memory(server.pid(), control.pid());
        new Growth(table, schema, stored, slots, LENGTH)
                .measure(calendars, to.plusDays(1).atStartOfDay());
        control.stop();
        server.stop();
        startUp.measure(schema);
    }

    private void availability(URI slots, URI busy, URI hello, List<Long> calendars) {
        var cold = Churn.during(
                schema, calendars, () -> Turns.take(() -> Load.get(slots, 8, LENGTH), () -> Load.get(busy, 8, LENGTH)));
        table.throughput("availability of a month, 10 staff, cold, 8 connections / the same query", cold, "≥ 60 %");
        table.throughput(
                "availability, warm, 8 connections / hello",
                Turns.take(() -> Load.get(slots, 8, LENGTH), () -> Load.get(hello, 8, LENGTH)),
                "≥ 35 %");
        var many = Turns.take(() -> Load.get(slots, 32, LENGTH), () -> Load.get(hello, 32, LENGTH));
        table.throughput("availability, warm, 32 connections / hello", many, "");
        table.tail("availability, warm, 32 connections, p99 / hello", many, "≤ 4 ×");
    }

    private Map<String, String> whatToAnswer(BookbellServer server, URI slots, List<Long> calendars)
            throws IOException {
        var answer = server.api().get(slots.getRawPath() + "?" + slots.getRawQuery());
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        var file = Files.writeString(Files.createTempFile("bookbell-slots", ".json"), answer.body());
        return Map.of(
                "control.answer", file.toString(),
                "control.calendars", calendars.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "control.from", from.minusDays(1).atStartOfDay().toString(),
                "control.to", to.plusDays(1).atStartOfDay().toString());
    }

    private void raise(List<Long> calendars) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("UPDATE calendar SET version = version + 1 WHERE id = ?")) {
            for (var calendar : calendars) {
                statement.setLong(1, calendar);
                statement.executeUpdate();
            }
        }
    }

    private long organizationOf(Shop shop) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("SELECT id FROM organization WHERE slug = ?")) {
            statement.setString(1, shop.slug());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static long number(String id) {
        return Ids.parse(id).orElseThrow();
    }
}
