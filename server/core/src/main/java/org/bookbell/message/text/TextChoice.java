package org.bookbell.message.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * In which language somebody is told: their own, with its country or without, else the organization's, else English;
 * in each the organization's own text before that of the house.
 */
record TextChoice(List<Locale> languages) {

    static TextChoice of(Locale reader, Locale organization) {
        return new TextChoice(
                Stream.of(reader, languageOf(reader), organization, languageOf(organization), Locale.ENGLISH)
                        .distinct()
                        .toList());
    }

    TemplateText choose(Function<Locale, Optional<TemplateText>> own, TextKey key) {
        return languages.stream()
                .flatMap(language -> own.apply(language).or(() -> BuiltInTexts.find(key, language)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no text for " + key));
    }

    /** How dates are written in a text: as in the reader's country, if it is in their language. */
    static Locale localeOf(TemplateText text, Locale reader) {
        return text.locale().getLanguage().equals(reader.getLanguage()) ? reader : text.locale();
    }

    private static Locale languageOf(Locale locale) {
        return Locale.forLanguageTag(locale.getLanguage());
    }
}
