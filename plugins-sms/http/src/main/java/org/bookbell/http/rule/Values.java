package org.bookbell.http.rule;

import java.util.EnumMap;
import java.util.Map;

/** What the placeholders stand for in one request. Its text shows nothing of them. */
public final class Values {

    private final Map<Placeholder, String> values;

    private Values(Map<Placeholder, String> values) {
        this.values = values;
    }

    public static Values of(Map<Placeholder, String> values) {
        return new Values(new EnumMap<>(values));
    }

    /** What {@code placeholder} stands for; empty for nothing. */
    String get(Placeholder placeholder) {
        return values.getOrDefault(placeholder, "");
    }

    @Override
    public String toString() {
        return "Values" + values.keySet();
    }
}
