package org.bookbell.dispatch.reply;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What replies are answered and how staff are told of them, in the languages of the house; English stands in for others. */
final class ReplyTexts {

    static final Set<String> LANGUAGES = Set.of("da", "de", "en", "es", "fr", "it", "nb", "nl", "pt", "sv");
    /** What is written "no" is mostly Bokmål, and who reads Nynorsk reads that. */
    private static final Map<String, String> READ_AS = Map.of("no", "nb", "nn", "nb");

    private static final Map<String, Properties> TEXTS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), ReplyTexts::load));

    private ReplyTexts() {}

    /** The text {@code name} with the values in place of {@code {name}}; values are not read again. */
    static String fill(Locale locale, String name, Map<String, String> values) {
        var pattern = get(locale, name);
        var text = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, from, open).append(values.getOrDefault(pattern.substring(open + 1, close), ""));
            from = close + 1;
        }
        return text.append(pattern.substring(from)).toString();
    }

    static String get(Locale locale, String name) {
        var language = READ_AS.getOrDefault(locale.getLanguage(), locale.getLanguage());
        var text = texts(TEXTS.containsKey(language) ? language : "en").getProperty(name);
        if (text == null) {
            throw new IllegalStateException("no text " + name + " in " + locale);
        }
        return text;
    }

    static Properties texts(String language) {
        var texts = TEXTS.get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    private static Properties load(String language) {
        var name = "replies-" + language + ".properties";
        try (var stream = ReplyTexts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
