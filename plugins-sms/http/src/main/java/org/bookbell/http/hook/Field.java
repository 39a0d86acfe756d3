package org.bookbell.http.hook;

import org.bookbell.http.rule.JsonPath;

/** Where a value stands in a call: a path into its JSON if it begins with {@code $}, otherwise the name of a parameter. */
public sealed interface Field {

    /** A parameter of the query or of a form. */
    record Parameter(String name) implements Field {}

    /** A place in JSON. */
    record Place(JsonPath path) implements Field {}

    static Field parse(String text) {
        return JsonPath.isPath(text) ? new Place(JsonPath.parse(text)) : new Parameter(text);
    }
}
