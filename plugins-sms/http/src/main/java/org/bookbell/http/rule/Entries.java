package org.bookbell.http.rule;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists in one field: entries are separated by {@code |} or by line breaks. */
public final class Entries {

    private static final Pattern BETWEEN = Pattern.compile("[|\\r\\n]+");
    private static final Pattern COMMA = Pattern.compile(",");

    private Entries() {}

    /** The entries of a list, without white space around them. */
    public static List<String> split(String list) {
        return split(BETWEEN, list);
    }

    /** Words with commas between them. */
    public static List<String> words(String words) {
        return split(COMMA, words);
    }

    private static List<String> split(Pattern between, String text) {
        return Stream.of(between.split(text, -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
