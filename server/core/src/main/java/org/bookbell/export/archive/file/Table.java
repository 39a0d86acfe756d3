package org.bookbell.export.archive.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of an archive and the rows that it holds.
 *
 * @param name the file's, without its extension
 * @param source what the rows are read from, with {@code %1$d} where the organization's id belongs
 * @param target the table that they are brought into
 * @param scope the column that holds the organization's id; empty where there is none
 * @param condition what else the rows must meet, as SQL that begins with AND; may be empty
 * @param columns in the order of the file
 * @param key what the rows are ordered by: columns that together are unique
 * @param parent whose rows these belong to
 * @param fixed what the target has besides
 */
public record Table(
        String name,
        String source,
        String target,
        String scope,
        String condition,
        List<Column> columns,
        List<String> key,
        Optional<Parent> parent,
        List<Fixed> fixed) {

    private static final String OWNER = "organization_id";

    /** The table whose rows own those of this one, and the column that names them. */
    record Parent(Table table, String column) {}

    /** A column of the target that is no column of the file, and its value. */
    record Fixed(String sql, BiFunction<Line, Instant, @Nullable Object> value) {}

    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        fixed = List.copyOf(fixed);
    }

    /** The rows of a table that has the organization's id in each, by their id. */
    static Table of(String name, String table, Column... columns) {
        return new Table(name, table, table, OWNER, "", List.of(columns), List.of("id"), Optional.empty(), List.of());
    }

    Table by(String... keyColumns) {
        return new Table(name, source, target, scope, condition, columns, List.of(keyColumns), parent, fixed);
    }

    Table scopedBy(String column) {
        return new Table(name, source, target, column, condition, columns, key, parent, fixed);
    }

    /** Read by a query of its own, which chooses the organization's rows. */
    Table from(String query) {
        return new Table(name, "(" + query + ") own", target, scope, condition, columns, key, parent, fixed);
    }

    Table only(String furtherCondition) {
        return new Table(name, source, target, scope, " AND " + furtherCondition, columns, key, parent, fixed);
    }

    Table with(String column, Function<Line, @Nullable Object> value) {
        return with(new Fixed(column, (line, now) -> value.apply(line)));
    }

    /** With the moment of the import in {@code column}. */
    Table stamped(String column) {
        return with(new Fixed(column, (line, now) -> now));
    }

    private Table with(Fixed further) {
        var more = new ArrayList<>(fixed);
        more.add(further);
        return new Table(name, source, target, scope, condition, columns, key, parent, more);
    }

    /** Rows that are found by those of another table; they have the organization's id too. */
    Table of(Table owner, String column) {
        return new Table(
                name, source, target, scope, condition, columns, key, Optional.of(new Parent(owner, column)), fixed);
    }

    /** Rows that are found by those of another table and have no organization's id. */
    Table inside(Table owner, String column) {
        return scopedBy("").of(owner, column);
    }

    /** The same rows, of which only the ids are read. */
    Table onlyIds() {
        return new Table(name, source, target, scope, condition, List.of(Column.id()), key, parent, fixed);
    }

    public boolean is(Table other) {
        return name.equals(other.name);
    }

    /** Whether the source chooses the organization's rows by itself. */
    boolean isQuery() {
        return source.startsWith("(");
    }

    public String file() {
        return name + ".csv";
    }

    public List<String> headings() {
        return columns.stream().map(Column::name).toList();
    }

    /** The columns as a query selects them. */
    String selected() {
        return columns.stream().map(Column::sql).collect(Collectors.joining(", "));
    }

    /** The statement that brings a row in: the organization's id, the columns of the file, the fixed ones. */
    public String insert() {
        var names = new ArrayList<String>();
        if (scope.equals(OWNER)) {
            names.add(OWNER);
        }
        columns.forEach(column -> names.add(column.sql()));
        fixed.forEach(each -> names.add(each.sql()));
        return "INSERT INTO " + target + " (" + String.join(", ", names) + ") VALUES ("
                + names.stream().map(name -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** The parameters of {@link #insert} at an import at {@code now}. */
    public @Nullable Object[] parameters(long organizationId, Line line, Instant now) {
        var values = new ArrayList<@Nullable Object>();
        if (scope.equals(OWNER)) {
            values.add(organizationId);
        }
        columns.forEach(column -> values.add(line.value(column.sql())));
        fixed.forEach(each -> values.add(each.value().apply(line, now)));
        return values.toArray();
    }
}
