package org.bookbell.http.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a provider's words or codes mean, as an operator writes it: {@code delivered=DELIVERED | failed, rejected=UNDELIVERED}.
 * The case of words does not count; {@code *} is every word that is not named.
 *
 * @param <T> what a word means
 */
public final class WordTable<T> {

    private static final String ANY = "*";

    private final Map<String, T> meanings;

    private WordTable(Map<String, T> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    /** A table that knows no word. */
    public static <T> WordTable<T> empty() {
        return new WordTable<>(Map.of());
    }

    /**
     * Reads a table.
     *
     * @param meaning of what stands behind the equals sign; empty where it means nothing
     * @param allowed what may stand there, for people
     */
    public static <T> WordTable<T> parse(String table, Function<String, Optional<T>> meaning, String allowed) {
        var meanings = new HashMap<String, T>();
        for (var entry : Entries.split(table)) {
            var at = entry.lastIndexOf('=');
            var words = Entries.words(at < 0 ? "" : entry.substring(0, at));
            if (words.isEmpty()) {
                throw new WrongRule("has the entry \"" + entry + "\"; write word=MEANING, with | between entries.");
            }
            var means = entry.substring(at + 1).strip();
            var found = meaning.apply(means)
                    .orElseThrow(
                            () -> new WrongRule("has the meaning \"" + means + "\"; choose one of " + allowed + "."));
            for (var word : words) {
                if (meanings.put(key(word), found) != null) {
                    throw new WrongRule("names \"" + word + "\" twice; leave one out.");
                }
            }
        }
        return new WordTable<>(meanings);
    }

    /** What {@code word} means, be it by name or as any. */
    public Optional<T> find(String word) {
        return findNamed(word).or(() -> Optional.ofNullable(meanings.get(ANY)));
    }

    /** What {@code word} means by name. */
    public Optional<T> findNamed(String word) {
        return Optional.ofNullable(meanings.get(key(word)));
    }

    /** The words that it names. */
    public Set<String> words() {
        return meanings.keySet();
    }

    private static String key(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
