package org.bookbell.bench.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDateTime;
import javax.sql.DataSource;

/** Reads the busy times of a month from the database, as availability must, and answers bytes made beforehand. */
@ApplicationScoped
@Path("/busy")
@SuppressWarnings("NullAway.Init")
public class BusyResource {

    private final byte[] answer = read();
    private final String query =
            "SELECT calendar_id, starts_at, ends_at, held_until FROM busy_time WHERE calendar_id IN ("
                    + System.getProperty("control.calendars") + ") AND starts_at > ? AND starts_at < ?";

    @Resource(lookup = "jdbc/control")
    private DataSource database;

    @GET
    @Produces("application/json")
    public byte[] list(@QueryParam("from") String from, @QueryParam("to") String to) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, LocalDateTime.parse(from));
            statement.setObject(2, LocalDateTime.parse(to));
            try (var rows = statement.executeQuery()) {
                var seen = 0L;
                while (rows.next()) {
                    seen += rows.getLong(1) ^ rows.getTimestamp(2).hashCode();
                    seen += rows.getTimestamp(3).hashCode();
                }
                return seen == Long.MIN_VALUE ? new byte[0] : answer;
            }
        }
    }

    private static byte[] read() {
        try {
            return Files.readAllBytes(java.nio.file.Path.of(System.getProperty("control.answer")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
