package org.bookbell.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** One row of a result; columns are read by their label, or by their position from 1 where there are thousands. */
public final class Row {

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet result;

    private Row(ResultSet result) {
        this.result = result;
    }

    /**
     * The current row of {@code result}, read past what an application server wraps around it: Payara looks up by
     * reflection, anew for each value, the method that reads a time.
     */
    static Row of(ResultSet result) throws SQLException {
        return new Row(result.unwrap(ResultSet.class));
    }

    public long getLong(String column) throws SQLException {
        return result.getLong(column);
    }

    public long getLong(int position) throws SQLException {
        return result.getLong(position);
    }

    public int getInt(String column) throws SQLException {
        return result.getInt(column);
    }

    public boolean isTrue(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public String getText(String column) throws SQLException {
        return findText(column).orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
    }

    public Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public Optional<Long> findLong(String column) throws SQLException {
        var value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public Instant getInstant(String column) throws SQLException {
        return findInstant(column).orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
    }

    public Optional<Instant> findInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDateTime.class))
                .map(utc -> utc.toInstant(ZoneOffset.UTC));
    }

    public Instant getInstant(int position) throws SQLException {
        return findInstant(position).orElseThrow(() -> new IllegalStateException("column " + position + " is null"));
    }

    public Optional<Instant> findInstant(int position) throws SQLException {
        return Optional.ofNullable(result.getObject(position, LocalDateTime.class))
                .map(utc -> utc.toInstant(ZoneOffset.UTC));
    }

    public byte[] getBytes(String column) throws SQLException {
        return result.getBytes(column);
    }
}
