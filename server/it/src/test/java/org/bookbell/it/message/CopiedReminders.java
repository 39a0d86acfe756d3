package org.bookbell.it.message;

import static java.util.stream.Collectors.toMap;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.bookbell.storage.Ids;

/**
 * Copies of a planned reminder by SMS, written past the server by the thousand, and what became of them. They belong to no
 * appointment: what an appointment does not owe the server would take back.
 */
public final class CopiedReminders {

    /** Settings of a server that lets an organization send as many as there are, all to one number if need be. */
    public static final Map<String, String> UNLIMITED = Map.of(
            "bookbell.guards.sms.perMinute", "0",
            "bookbell.guards.sms.perDay", "0",
            "bookbell.guards.sms.perRecipient", "0",
            "bookbell.guards.email.perMinute", "0",
            "bookbell.guards.email.perDay", "0",
            "bookbell.guards.email.perRecipient", "0",
            "bookbell.guards.usual.multiple", "0");

    private static final Duration USEFUL = Duration.ofHours(2);
    private static final String COPY =
            "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind,"
                    + " channel, recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at, state,"
                    + " state_at, facts, revision, attempts, created_at) SELECT ?, organization_id, NULL, occurrence,"
                    + " rule_id, kind, channel, recipient_kind, ?, ?, ?, ?, ?, ?, state, state_at, facts,"
                    + " revision, attempts, created_at FROM message WHERE id = ?";
    private static final String COPIES =
            " FROM message m JOIN attempt a ON a.message_id = m.id WHERE m.id BETWEEN ? AND ?";

    /** Below them are those of rows that others write past the server. */
    private static long ids = 1_000_000_000;

    private final BookbellServer server;
    private final long pattern;
    private long first;
    private long last;

    private CopiedReminders(BookbellServer server, long pattern) {
        this.server = server;
        this.pattern = pattern;
    }

    /** Lets {@code shop} remind by SMS at any hour, and books an appointment through the front door to copy from. */
    public static CopiedReminders of(BookbellServer server, Shop shop) {
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", 3));
        var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(20));
        var wish = shop.wish(shop.staff().get(0), start)
                .add("smsConsent", true)
                .add("client", Json.createObjectBuilder().add("name", "Client").add("mobile", "+12125550123"));
        var booked = Shop.create(shop.api(), shop.path() + "/appointments", wish);
        var reminder = new Ledger(shop).reminderOf(booked.getString("id"));
        return new CopiedReminders(server, Ids.parse(reminder.getString("id")).orElseThrow());
    }

    /**
     * What is told apart of a copy.
     *
     * @param useful how long after it is due
     * @param start of its appointment
     */
    public record Copy(String number, Instant due, Duration useful, Instant start) {

        /** Of an appointment in three hours, useful for two. */
        public static Copy due(String number, Instant due) {
            return new Copy(number, due, USEFUL, due.plus(Duration.ofHours(3)));
        }
    }

    /** Plans {@code count} more. */
    public void copy(int count, IntFunction<Copy> copies) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement(COPY)) {
            connection.setAutoCommit(false);
            for (var n = 0; n < count; n++) {
                last = nextId();
                first = n == 0 ? last : first;
                insert(statement, copies.apply(n));
            }
            connection.commit();
        }
    }

    private void insert(PreparedStatement statement, Copy copy) throws SQLException {
        statement.setLong(1, last);
        statement.setLong(2, last);
        statement.setString(3, copy.number());
        statement.setObject(4, utc(copy.start()));
        statement.setObject(5, utc(copy.due()));
        statement.setObject(6, utc(copy.due().plus(copy.useful())));
        statement.setObject(7, utc(copy.due()));
        statement.setLong(8, pattern);
        statement.executeUpdate();
    }

    /** An id that no row of the server has. */
    private static synchronized long nextId() {
        return ids++;
    }

    /** The id of one of the last copies, the first is 0. */
    public long id(int n) throws SQLException {
        return read("SELECT m.id FROM message m WHERE m.id BETWEEN ? AND ? ORDER BY m.id", rows -> rows.getLong(1))
                .get(n);
    }

    /** Under which ids the gateway knows the last copies, in the order of their numbers. */
    public List<String> providerIds() throws SQLException {
        return read(
                "SELECT a.provider_message_id" + COPIES + " AND a.provider_message_id IS NOT NULL ORDER BY m.id",
                rows -> rows.getString(1));
    }

    /** The state of each of the last copies, by the id under which the gateway knows it. */
    public Map<String, String> statesByProviderId() throws SQLException {
        return read(
                        "SELECT a.provider_message_id, m.state" + COPIES,
                        rows -> Map.entry(rows.getString(1), rows.getString(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lets all of the last copies fall due at {@code due}. */
    public void fallDue(Instant due) throws SQLException {
        fallDue(due, Integer.MAX_VALUE, Duration.ZERO);
    }

    /** Lets the last copies fall due in their order, {@code many} at {@code due} and as many more after each {@code step}. */
    public void fallDue(Instant due, int many, Duration step) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement(
                        "UPDATE message SET due_at = ?, try_at = ? WHERE id BETWEEN ? AND ?")) {
            connection.setAutoCommit(false);
            var next = due;
            for (var from = first; from <= last; from += many) {
                statement.setObject(1, utc(next));
                statement.setObject(2, utc(next));
                statement.setLong(3, from);
                statement.setLong(4, Math.min(from + many - 1, last));
                statement.executeUpdate();
                next = next.plus(step);
            }
            connection.commit();
        }
    }

    /** Ends the time in which those of the last copies are useful of which nobody knows whether they were sent. */
    public void stopBeingUseful() throws SQLException {
        var now = utc(Instant.now());
        try (var connection = server.connect();
                var statement = connection.prepareStatement("UPDATE message SET useful_until = ?, try_at = ?"
                        + " WHERE state = 'UNCLEAR' AND id BETWEEN ? AND ?")) {
            statement.setObject(1, now);
            statement.setObject(2, now);
            statement.setLong(3, first);
            statement.setLong(4, last);
            statement.executeUpdate();
        }
    }

    /** How many of the last copies were submitted. */
    public long submitted() throws SQLException {
        return read("SELECT COUNT(*)" + COPIES, rows -> rows.getLong(1)).get(0);
    }

    /** Seconds from due to submitted, of each of the last copies, the shortest first. */
    public double[] delays() throws SQLException {
        return read(
                        "SELECT m.due_at, a.submitted_at" + COPIES,
                        rows -> Duration.between(
                                                rows.getObject(1, LocalDateTime.class),
                                                rows.getObject(2, LocalDateTime.class))
                                        .toNanos()
                                / 1e9)
                .stream()
                .mapToDouble(seconds -> seconds)
                .sorted()
                .toArray();
    }

    /** What is said of a message whose blind second send was cut off, too: it waits until people are told of it. */
    public static final String UNCLEAR_TWICE = "UNCLEAR twice";

    /** How many of the last copies are in each state, {@link #UNCLEAR_TWICE} among them. */
    public TreeMap<String, Long> states() throws SQLException {
        var counts = new TreeMap<String, Long>();
        read(
                        "SELECT CASE WHEN m.state = 'UNCLEAR' AND m.attempts > 1 THEN '" + UNCLEAR_TWICE
                                + "' ELSE m.state END FROM message m WHERE m.id BETWEEN ? AND ?",
                        rows -> rows.getString(1))
                .forEach(state -> counts.merge(state, 1L, Long::sum));
        return counts;
    }

    /** What happened to those of the last copies that were attempted more than once, for people. */
    public List<String> attemptedAgain() throws SQLException {
        return read(
                "SELECT m.address, e.state, e.happened_at, e.detail FROM message m JOIN message_event e ON e.message_id = m.id"
                        + " WHERE m.attempts > 1 AND m.id BETWEEN ? AND ? ORDER BY m.id, e.happened_at, e.id",
                rows -> String.join(
                        " ",
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        Objects.requireNonNullElse(rows.getString(4), "")));
    }

    /** The numbers of the last copies that are on the call list. */
    public List<String> called() throws SQLException {
        return read(
                "SELECT m.address FROM message m JOIN call_list c ON c.message_id = m.id WHERE m.id BETWEEN ? AND ?",
                rows -> rows.getString(1));
    }

    private <T> List<T> read(String query, Reader<T> reader) throws SQLException {
        try (Connection connection = server.connect();
                var statement = connection.prepareStatement(query)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (var rows = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
