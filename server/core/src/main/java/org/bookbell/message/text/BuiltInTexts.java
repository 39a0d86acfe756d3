package org.bookbell.message.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bookbell.client.Channel;

/** The texts of the house and how each language writes dates: a file for a language, and one where a country differs. */
final class BuiltInTexts {

    private static final Set<String> FILES = Set.of("en", "en-US", "de", "fr");
    private static final Map<String, Words> TEXTS = Words.read(BuiltInTexts.class, "texts", FILES);

    private BuiltInTexts() {}

    /** The languages there are. */
    static Set<Locale> languages() {
        return FILES.stream()
                .map(Locale::forLanguageTag)
                .filter(locale -> locale.getCountry().isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Optional<TemplateText> find(TextKey key, Locale language) {
        return find(language, key.resource() + ".body")
                .map(body -> new TemplateText(
                        language,
                        key.channel() == Channel.EMAIL ? get(language, key.resource() + ".subject") : null,
                        body,
                        false));
    }

    /** A pattern for dates or times; where the country has none its language's, else the English one. */
    static String pattern(Locale locale, String name) {
        return find(locale, "format." + name)
                .or(() -> find(Locale.forLanguageTag(locale.getLanguage()), "format." + name))
                .orElseGet(() -> get(Locale.ENGLISH, "format." + name));
    }

    private static String get(Locale locale, String name) {
        return find(locale, name).orElseThrow(() -> new IllegalStateException("no text " + name + " in " + locale));
    }

    private static Optional<String> find(Locale locale, String name) {
        return Optional.ofNullable(TEXTS.get(locale.toLanguageTag())).flatMap(texts -> texts.find(name));
    }
}
