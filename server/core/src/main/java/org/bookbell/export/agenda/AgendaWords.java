package org.bookbell.export.agenda;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bookbell.message.text.Words;

/** The words of an agenda in the languages of the house; English stands in for others. */
final class AgendaWords {

    static final Set<String> LANGUAGES = Set.of("de", "en", "fr");

    private static final Map<String, Words> WORDS = Words.read(AgendaWords.class, "agenda", LANGUAGES);

    private final Locale locale;
    private final Words words;

    private AgendaWords(Locale locale, Words words) {
        this.locale = locale;
        this.words = words;
    }

    static AgendaWords in(Locale locale) {
        var known = WORDS.get(locale.getLanguage());
        return known == null ? in(Locale.ENGLISH) : new AgendaWords(locale, known);
    }

    String fill(String name, Map<String, String> values) {
        return words.fill(name, values);
    }

    String get(String name) {
        return words.get(name);
    }

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
}
