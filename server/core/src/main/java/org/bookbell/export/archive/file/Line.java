package org.bookbell.export.archive.file;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.storage.Row;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param number the line of the file in which it begins; 0 where it comes from the database
 */
public record Line(Table table, long number, Map<String, Object> values) {

    static Line read(Table table, Row row) throws SQLException {
        var values = new HashMap<String, Object>();
        for (var column : table.columns()) {
            column.kind().read(row, column.sql()).ifPresent(value -> values.put(column.sql(), value));
        }
        return new Line(table, 0, values);
    }

    /** The value of a column of the table; null where there is none. */
    public @Nullable Object value(String sql) {
        return values.get(sql);
    }

    public long id(String sql) {
        return (Long) get(sql);
    }

    public long number(String sql) {
        return (Long) get(sql);
    }

    public Instant time(String sql) {
        return (Instant) get(sql);
    }

    public String text(String sql) {
        return get(sql).toString();
    }

    Optional<String> findText(String sql) {
        return Optional.ofNullable(values.get(sql)).map(Object::toString);
    }

    /** Its texts in the order of the columns, empty where there is none, without the guards of CSV. */
    List<Optional<String>> texts() {
        var texts = new ArrayList<Optional<String>>();
        for (var column : table.columns()) {
            texts.add(Optional.ofNullable(values.get(column.sql())).map(column.kind()::write));
        }
        return texts;
    }

    /** Its cells. */
    public List<String> cells() {
        var cells = new ArrayList<String>();
        for (var column : table.columns()) {
            var value = values.get(column.sql());
            cells.add(value == null ? "" : column.kind().guarded(column.kind().write(value)));
        }
        return cells;
    }

    private Object get(String sql) {
        var value = values.get(sql);
        if (value == null) {
            throw new IllegalStateException("column " + sql + " of " + table.file() + " is empty");
        }
        return value;
    }

    /** Shows where it stands only: the rest is personal. */
    @Override
    public String toString() {
        return "Line[" + table.name() + ":" + number + "]";
    }
}
