package org.bookbell.export.imports;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of an imported file.
 *
 * @param number the line in which it begins, 1 for the file's first
 */
record CsvLine(long number, Map<Field, String> values) {

    CsvLine {
        values = Map.copyOf(values);
    }

    /** What stands there, unless it is blank. */
    Optional<String> find(Field field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Nullable String textOrNull(Field field) {
        return find(field).orElse(null);
    }

    /** Shows where it stands only: the rest is personal. */
    @Override
    public String toString() {
        return "CsvLine[" + number + "]";
    }
}
