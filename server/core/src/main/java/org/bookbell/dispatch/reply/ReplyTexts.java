package org.bookbell.dispatch.reply;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bookbell.message.text.Words;

/** What replies are answered and how staff are told of them, in the languages of the house; English stands in for others. */
final class ReplyTexts {

    static final Set<String> LANGUAGES = Set.of("da", "de", "en", "es", "fr", "it", "nb", "nl", "pt", "sv");
    /** What is written "no" is mostly Bokmål, and who reads Nynorsk reads that. */
    private static final Map<String, String> READ_AS = Map.of("no", "nb", "nn", "nb");

    private static final Map<String, Words> TEXTS = Words.read(ReplyTexts.class, "replies", LANGUAGES);

    private ReplyTexts() {}

    /** The texts for who reads that language. */
    static Words in(Locale locale) {
        var language = READ_AS.getOrDefault(locale.getLanguage(), locale.getLanguage());
        var known = TEXTS.get(language);
        return known == null ? in(Locale.ENGLISH) : known;
    }
}
