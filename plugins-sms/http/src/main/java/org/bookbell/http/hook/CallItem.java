package org.bookbell.http.hook;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be one receipt or reply: the parameters of a call, and its JSON or a part of that.
 *
 * @param raw the words of it
 */
record CallItem(Map<String, List<String>> parameters, Optional<JsonValue> json, String raw) {

    /** The first value that is not blank. */
    Optional<String> find(Optional<Field> field) {
        return field.stream()
                .flatMap(this::all)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The first value as it came. */
    Optional<String> findWords(Field field) {
        return all(field).filter(value -> !value.isBlank()).findFirst();
    }

    private Stream<String> all(Field field) {
        if (field instanceof Field.Parameter parameter) {
            return parameters.getOrDefault(parameter.name(), List.of()).stream();
        }
        return field instanceof Field.Place place
                ? json.stream().flatMap(value -> place.path().textsIn(value).stream())
                : Stream.empty();
    }
}
