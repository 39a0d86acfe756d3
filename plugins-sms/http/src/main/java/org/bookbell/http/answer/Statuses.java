package org.bookbell.http.answer;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.http.rule.Entries;
import org.bookbell.http.rule.WordTable;
import org.bookbell.http.rule.WrongRule;

/** Statuses of HTTP as operators write them: {@code 202}, or {@code 2xx} for all of a class. */
public final class Statuses {

    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)");

    private final Set<String> words;

    private Statuses(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Reads statuses with commas between them. */
    public static Statuses parse(String list) {
        var words = new HashSet<String>();
        for (var word : Entries.words(list.toLowerCase(Locale.ROOT))) {
            requireStatus(word);
            words.add(word);
        }
        return new Statuses(words);
    }

    /** Reads a table of what statuses mean. */
    public static WordTable<Meaning> parseTable(String table) {
        var meanings = WordTable.parse(table, Meaning::find, Meaning.WORDS);
        meanings.words().forEach(Statuses::requireStatus);
        return meanings;
    }

    private static void requireStatus(String word) {
        if (!STATUS.matcher(word).matches()) {
            throw new WrongRule(
                    "names the status \"" + word + "\"; write three digits such as 202, or 2xx for all of a class.");
        }
    }

    boolean contain(int status) {
        return words.contains(Integer.toString(status)) || words.contains(classOf(status));
    }

    /** What {@code table} says of {@code status}, or else of its class. */
    static Optional<Meaning> find(WordTable<Meaning> table, int status) {
        return table.findNamed(Integer.toString(status)).or(() -> table.findNamed(classOf(status)));
    }

    private static String classOf(int status) {
        return status / 100 + "xx";
    }
}
