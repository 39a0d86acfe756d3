package org.bookbell.message.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Texts of the house in one language, by their names. */
public final class Words {

    private final String file;
    private final Properties texts;

    private Words(String file, Properties texts) {
        this.file = file;
        this.texts = texts;
    }

    /** The words of each language: the files {@code name-language.properties}, in UTF-8, beside the class that needs them. */
    public static Map<String, Words> read(Class<?> beside, String name, Set<String> languages) {
        return languages.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), language -> read(beside, name + "-" + language + ".properties")));
    }

    private static Words read(Class<?> beside, String file) {
        try (var stream = beside.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + file + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new Words(file, texts);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Set<String> names() {
        return texts.stringPropertyNames();
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(texts.getProperty(name));
    }

    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no text " + name + " in " + file));
    }

    /** The text {@code name} with the values in place of {@code {name}}; values are not read again. */
    public String fill(String name, Map<String, String> values) {
        var pattern = get(name);
        var text = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, from, open).append(values.getOrDefault(pattern.substring(open + 1, close), ""));
            from = close + 1;
        }
        return text.append(pattern.substring(from)).toString();
    }
}
