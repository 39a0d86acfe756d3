package org.bookbell.export.agenda;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of an agenda in the languages of the house; English stands in for others. */
final class AgendaWords {

    static final Set<String> LANGUAGES = Set.of("de", "en", "fr");

    private static final Map<String, Properties> WORDS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), AgendaWords::load));

    private final Locale locale;
    private final Properties words;

    private AgendaWords(Locale locale, Properties words) {
        this.locale = locale;
        this.words = words;
    }

    static AgendaWords in(Locale locale) {
        var known = WORDS.get(locale.getLanguage());
        return known == null ? in(Locale.ENGLISH) : new AgendaWords(locale, known);
    }

    /** The text {@code name} with the values in place of {@code {name}}; values are not read again. */
    String fill(String name, Map<String, String> values) {
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

    String get(String name) {
        var text = words.getProperty(name);
        if (text == null) {
            throw new IllegalStateException("no text " + name + " in " + locale);
        }
        return text;
    }

    /** {@code name.one} or {@code name.many}. */
    String count(String name, long count, Map<String, String> values) {
        return fill(name + (count == 1 ? ".one" : ".many"), values);
    }

    String day(TemporalAccessor day) {
        return format("format.day", day);
    }

    String date(TemporalAccessor day) {
        return format("format.date", day);
    }

    String time(ZonedDateTime time) {
        return format("format.time", time);
    }

    private String format(String pattern, TemporalAccessor value) {
        return DateTimeFormatter.ofPattern(get(pattern), locale).format(value);
    }

    private static Properties load(String language) {
        var name = "agenda-" + language + ".properties";
        try (var stream = AgendaWords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            var words = new Properties();
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return words;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
