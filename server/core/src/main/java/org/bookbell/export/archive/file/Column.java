package org.bookbell.export.archive.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a file, and of the table behind it.
 *
 * @param name its heading
 * @param sql its name in the table
 * @param isOptional whether it may be empty
 * @param refersTo the files, one of which has the row whose id it is; empty for none
 * @param choices what may stand in it; empty for anything
 * @param span the numbers that may stand in it
 */
record Column(
        String name,
        String sql,
        CellKind kind,
        boolean isOptional,
        List<String> refersTo,
        Set<String> choices,
        Span span) {

    /** Whole numbers, both ends among them. */
    record Span(long least, long most) {

        static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean contains(Object value) {
            return !(value instanceof Long number) || (number >= least && number <= most);
        }
    }

    Column {
        refersTo = List.copyOf(refersTo);
        choices = Set.copyOf(choices);
    }

    private static Column of(String sql, CellKind kind) {
        return new Column(heading(sql), sql, kind, false, List.of(), Set.of(), Span.ALL);
    }

    static Column id() {
        return of("id", CellKind.ID);
    }

    /** The id of a row of another file. */
    static Column id(String sql, String... refersTo) {
        var name = heading(sql.replaceFirst("_id$", ""));
        return new Column(name, sql, CellKind.ID, false, List.of(refersTo), Set.of(), Span.ALL);
    }

    static Column number(String sql) {
        return of(sql, CellKind.NUMBER);
    }

    static Column flag(String sql) {
        return of(sql, CellKind.FLAG);
    }

    static Column time(String sql) {
        return of(sql, CellKind.TIME);
    }

    static Column zone(String sql) {
        return of(sql, CellKind.ZONE);
    }

    static Column word(String sql) {
        return of(sql, CellKind.WORD);
    }

    static Column text(String sql) {
        return of(sql, CellKind.TEXT);
    }

    static Column address(String sql) {
        return of(sql, CellKind.ADDRESS);
    }

    static Column phone(String sql) {
        return of(sql, CellKind.PHONE);
    }

    static Column facts(String sql) {
        return of(sql, CellKind.FACTS);
    }

    /** The name of one of the constants. */
    static <E extends Enum<E>> Column choice(String sql, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
        return new Column(heading(sql), sql, CellKind.WORD, false, List.of(), names, Span.ALL);
    }

    Column optional() {
        return new Column(name, sql, kind, true, refersTo, choices, span);
    }

    /** Without one of the choices. */
    Column but(Enum<?> constant) {
        var left =
                choices.stream().filter(each -> !each.equals(constant.name())).collect(Collectors.toSet());
        return new Column(name, sql, kind, isOptional, refersTo, left, span);
    }

    /** With these numbers only. */
    Column between(long least, long most) {
        return new Column(name, sql, kind, isOptional, refersTo, choices, new Span(least, most));
    }

    /** The value of a cell's text without its guards, or empty if it writes none that is allowed. */
    Optional<?> parse(String text) {
        return choices.isEmpty() || choices.contains(text) ? kind.parse(text).filter(span::contains) : Optional.empty();
    }

    /** What is wrong with a text that {@link #parse} makes nothing of. */
    String complaint() {
        if (!choices.isEmpty()) {
            return "is none of " + choices.stream().sorted().collect(Collectors.joining(", "));
        }
        return span.equals(Span.ALL)
                ? kind.complaint()
                : "is no whole number from " + span.least() + " to " + span.most();
    }

    private static String heading(String sql) {
        var words = sql.split("_", -1);
        return Stream.concat(
                        Stream.of(words[0]),
                        Arrays.stream(words)
                                .skip(1)
                                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)))
                .collect(Collectors.joining());
    }
}
