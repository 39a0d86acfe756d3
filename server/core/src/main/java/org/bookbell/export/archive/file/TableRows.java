package org.bookbell.export.archive.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one organization a page after the other, each page by a query of its own. */
public final class TableRows {

    private static final int PAGE = 500;

    private final Sql sql;
    private final long organizationId;

    public TableRows(Sql sql, long organizationId) {
        this.sql = sql;
        this.organizationId = organizationId;
    }

    /** All rows of {@code table} in the order of its key; those that belong to a parent in the order of the parents. */
    public Stream<Line> of(Table table) {
        return table.parent()
                .map(parent -> pages(parent.table().onlyIds()).flatMap(owners -> inside(table, parent, owners)))
                .orElseGet(() -> pages(table).flatMap(List::stream));
    }

    private Stream<List<Line>> pages(Table table) {
        return Stream.iterate(
                page(table, Optional.empty()),
                page -> !page.isEmpty(),
                page -> page.size() < PAGE ? List.of() : page(table, Optional.of(page.get(PAGE - 1))));
    }

    private List<Line> page(Table table, Optional<Line> last) {
        var parameters = new ArrayList<@Nullable Object>();
        var conditions = new StringBuilder(" WHERE 1 = 1");
        if (!table.isQuery()) {
            conditions.append(" AND ").append(table.scope()).append(" = ?").append(table.condition());
            parameters.add(organizationId);
        }
        last.ifPresent(line -> conditions.append(" AND ").append(after(table.key(), line, parameters)));
        return sql.list(
                "SELECT " + table.selected() + " FROM " + String.format(Locale.ROOT, table.source(), organizationId)
                        + conditions + " ORDER BY " + String.join(", ", table.key()) + " LIMIT " + PAGE,
                row -> Line.read(table, row),
                parameters.toArray());
    }

    /** The condition that a row comes after {@code last}: the first column is greater, or equal and the rest comes after. */
    private static String after(List<String> key, Line last, List<@Nullable Object> parameters) {
        var column = key.get(0);
        parameters.add(last.value(column));
        if (key.size() == 1) {
            return column + " > ?";
        }
        parameters.add(last.value(column));
        return "(" + column + " > ? OR (" + column + " = ? AND " + after(key.subList(1, key.size()), last, parameters)
                + "))";
    }

    private Stream<Line> inside(Table table, Table.Parent parent, List<Line> owners) {
        var ids =
                Sql.padded(owners.stream().map(owner -> owner.id("id")).sorted().collect(Collectors.toList()));
        return sql
                .list(
                        "SELECT " + table.selected() + " FROM " + table.source() + " WHERE " + parent.column() + " IN "
                                + Sql.marks(ids.size()) + " ORDER BY " + String.join(", ", table.key()),
                        row -> Line.read(table, row),
                        ids.toArray())
                .stream();
    }
}
