package org.bookbell.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Calendar;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;

/** One row of a result; columns are read by their label, or by their position from 1 where there are thousands. */
public final class Row {

    /**
     * Times are read with their zone: a date type without one costs a search by reflection for each value behind Payara's
     * pool, and text is shifted by the driver of MariaDB where the JVM's default zone skips an hour.
     */
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private final ResultSet result;
    private final Calendar utc = Calendar.getInstance(UTC);

    Row(ResultSet result) {
        this.result = result;
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

    public int getInt(int position) throws SQLException {
        return result.getInt(position);
    }

    public double getDouble(String column) throws SQLException {
        return result.getDouble(column);
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

    public String getText(int position) throws SQLException {
        return findText(position).orElseThrow(() -> new IllegalStateException("column " + position + " is null"));
    }

    public Optional<String> findText(int position) throws SQLException {
        return Optional.ofNullable(result.getString(position));
    }

    public Optional<Long> findLong(String column) throws SQLException {
        var value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** The constant of that name, or {@code unknown} where there is none: another version of the server may have written it. */
    public <E extends Enum<E>> E getConstant(String column, E unknown) throws SQLException {
        var name = getText(column);
        return Stream.of(unknown.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(unknown);
    }

    public Instant getInstant(String column) throws SQLException {
        return findInstant(column).orElseThrow(() -> new IllegalStateException("column " + column + " is null"));
    }

    public Optional<Instant> findInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getTimestamp(column, utc)).map(Timestamp::toInstant);
    }

    public Instant getInstant(int position) throws SQLException {
        return findInstant(position).orElseThrow(() -> new IllegalStateException("column " + position + " is null"));
    }

    public Optional<Instant> findInstant(int position) throws SQLException {
        return Optional.ofNullable(result.getTimestamp(position, utc)).map(Timestamp::toInstant);
    }

    public byte[] getBytes(String column) throws SQLException {
        return result.getBytes(column);
    }
}
