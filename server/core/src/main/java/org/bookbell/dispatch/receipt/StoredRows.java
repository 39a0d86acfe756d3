package org.bookbell.dispatch.receipt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Rows of one table that are stored once each, by the fingerprint that is their second column. */
final class StoredRows {

    private static final int FINGERPRINT = 1;
    private static final int AT_ONCE = 200;

    private final String table;
    private final String insert;
    private final Map<ByteBuffer, @Nullable Object[]> rows = new LinkedHashMap<>();

    StoredRows(String table, List<String> columns) {
        this.table = table;
        this.insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES "
                + Sql.marks(columns.size()).replace(",", ", ");
    }

    /** Adds a row unless one with its fingerprint is there. */
    void add(@Nullable Object[] row) {
        rows.putIfAbsent(fingerprint(row), row);
    }

    /** Inserts all rows; fails as a duplicate where one of them was stored before. */
    void insert(Sql sql) {
        sql.insertAll(insert, new ArrayList<>(rows.values()));
    }

    /** Forgets the rows that were stored before. */
    void dropStored(Sql sql) {
        var all = new ArrayList<>(rows.values());
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            stored(sql, some).forEach(rows::remove);
        }
    }

    int size() {
        return rows.size();
    }

    private Set<ByteBuffer> stored(Sql sql, List<@Nullable Object[]> some) {
        return sql
                .list(
                        "SELECT fingerprint FROM " + table + " WHERE fingerprint IN " + Sql.marks(some.size()),
                        row -> ByteBuffer.wrap(row.getBytes("fingerprint")),
                        some.stream().map(row -> row[FINGERPRINT]).toArray())
                .stream()
                .collect(Collectors.toSet());
    }

    private static ByteBuffer fingerprint(@Nullable Object[] row) {
        if (row[FINGERPRINT] instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        throw new IllegalStateException("row must have its fingerprint second");
    }
}
