package org.bookbell.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL. Injected, it speaks on the running transaction's connection, after what the entity manager holds back was
 * written; where no transaction runs, each query stands by itself and what would change rows is refused. Parameters may
 * be null, numbers, booleans, strings, bytes, enums and instants, which become UTC.
 */
public final class Sql {

    private static final int MOST_VALUES = 500;
    private static final int FEW_ROWS = 8;

    private final Connections connections;

    public Sql(Connections connections) {
        this.connections = connections;
    }

    /** Speaks on {@code connection}, which stays open. */
    public static Sql on(Connection connection) {
        return new Sql(new Connections() {
            @Override
            public <T> T lend(boolean isChange, Work<T> work) throws SQLException {
                return work.run(connection);
            }
        });
    }

    /** Runs a statement that changes rows, and answers how many. */
    public int update(String sql, @Nullable Object... parameters) {
        return change(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** Runs a statement for each array of parameters in one batch, and answers how many rows each changed. */
    public int[] batch(String sql, Collection<@Nullable Object[]> parameters) {
        if (parameters.isEmpty()) {
            return new int[0];
        }
        return change(sql, statement -> {
            for (var each : parameters) {
                bind(statement, each);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /**
     * Adds many rows, up to some hundreds of values with one statement: one round trip, where a batch takes one a row.
     *
     * @param insert an {@code INSERT … VALUES (?, …)} of one row, whose values hold no parentheses of their own
     */
    public void insertAll(String insert, List<@Nullable Object[]> rows) {
        var marks = insert.substring(insert.lastIndexOf('('));
        var most = rows.isEmpty() ? 1 : Integer.highestOneBit(Math.max(1, MOST_VALUES / rows.get(0).length));
        for (int from = 0; from < rows.size(); ) {
            // few numbers of rows, so that there are few statements and prepared ones are used again
            int left = rows.size() - from;
            int atOnce = Math.min(most, left <= FEW_ROWS ? left : Integer.highestOneBit(left));
            update(
                    insert + (", " + marks).repeat(atOnce - 1),
                    rows.subList(from, from + atOnce).stream()
                            .flatMap(Arrays::stream)
                            .toArray());
            from += atOnce;
        }
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return query(sql, statement -> {
            bind(statement, parameters);
            try (var result = statement.executeQuery()) {
                var row = new Row(result);
                var rows = new ArrayList<T>();
                while (result.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> find(String sql, Row.Reader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** The single number that a query answers, 0 where it is null. */
    public long count(String sql, @Nullable Object... parameters) {
        return query(sql, statement -> {
            bind(statement, parameters);
            try (var result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0L;
            }
        });
    }

    /** {@code (?,?,?)} with as many marks as there are values. */
    public static String marks(int values) {
        return "(" + String.join(",", Collections.nCopies(values, "?")) + ")";
    }

    /** {@code values}, the last repeated up to a power of two: a list to look for in that has few lengths. */
    public static <T> List<T> padded(List<T> values) {
        if (values.isEmpty()) {
            return values;
        }
        var size = Integer.highestOneBit(values.size());
        var padded = new ArrayList<>(values);
        var last = values.get(values.size() - 1);
        while (padded.size() < (size == values.size() ? size : 2 * size)) {
            padded.add(last);
        }
        return padded;
    }

    private <T> T query(String sql, StatementWork<T> work) {
        return with(false, sql, work);
    }

    private <T> T change(String sql, StatementWork<T> work) {
        return with(true, sql, work);
    }

    private <T> T with(boolean isChange, String sql, StatementWork<T> work) {
        try {
            return connections.lend(isChange, connection -> {
                try (var statement = connection.prepareStatement(sql)) {
                    return work.run(statement);
                }
            });
        } catch (SQLException failure) {
            throw new SqlException(failure, sql);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (var i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            statement.setObject(index, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            statement.setObject(index, value);
        }
    }

    @FunctionalInterface
    private interface StatementWork<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}
