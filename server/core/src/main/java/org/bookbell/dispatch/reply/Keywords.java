package org.bookbell.dispatch.reply;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that are obeyed, in the languages of whoever is meant. A word counts only where it is the whole reply; case,
 * accents, punctuation and spaces do not. Our texts never ask for a word that carriers obey themselves, but who sends one
 * means it: END, CANCEL, QUIT and UNSUBSCRIBE stop as STOP does, in any language.
 */
final class Keywords {

    private static final String EVERY_LANGUAGE = "";

    private static final Map<String, Map<String, Meaning>> WORDS = new HashMap<>();

    static {
        words(EVERY_LANGUAGE, Meaning.STOP, "STOP", "STOPALL", "UNSUBSCRIBE", "QUIT", "END", "CANCEL", "OPTOUT");
        words(EVERY_LANGUAGE, Meaning.START, "START", "UNSTOP");
        words(EVERY_LANGUAGE, Meaning.HELP, "HELP", "INFO");
        words(EVERY_LANGUAGE, Meaning.CONFIRM, "C");
        words(EVERY_LANGUAGE, Meaning.CHANGE, "R");
        words("da", Meaning.STOP, "STOPP", "AFMELD");
        words("da", Meaning.HELP, "HJÆLP", "HJAELP");
        words("de", Meaning.STOP, "STOPP", "ABMELDEN", "ABBESTELLEN");
        words("de", Meaning.HELP, "HILFE");
        words("es", Meaning.STOP, "BAJA", "ALTO", "PARAR");
        words("es", Meaning.START, "ALTA");
        words("es", Meaning.HELP, "AYUDA");
        words("fr", Meaning.STOP, "ARRET", "ARRETER", "DESABONNER", "DESINSCRIRE");
        words("fr", Meaning.HELP, "AIDE");
        words("it", Meaning.STOP, "FERMA", "CANCELLAMI");
        words("it", Meaning.HELP, "AIUTO");
        words("nb", Meaning.STOP, "STOPP");
        words("nb", Meaning.HELP, "HJELP");
        words("no", Meaning.STOP, "STOPP");
        words("no", Meaning.HELP, "HJELP");
        words("nl", Meaning.STOP, "AFMELDEN", "UITSCHRIJVEN");
        words("nl", Meaning.HELP, "HULP");
        words("pt", Meaning.STOP, "PARAR", "SAIR");
        words("pt", Meaning.HELP, "AJUDA");
        words("sv", Meaning.STOP, "STOPP", "AVSLUTA");
        words("sv", Meaning.HELP, "HJALP");
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Keywords() {}

    /** What {@code text} asks for in one of {@code languages}. */
    static Meaning meaningOf(String text, Collection<Locale> languages) {
        var known = languages.stream().map(Locale::getLanguage).toList();
        return meaning(text, known);
    }

    /** What {@code text} asks for in any language, for a reply that nobody knows the reader of. */
    static Meaning meaningOf(String text) {
        return meaning(text, WORDS.keySet());
    }

    private static Meaning meaning(String text, Collection<String> languages) {
        var word = plain(text);
        var spoken = languages.stream().filter(language -> !language.equals(EVERY_LANGUAGE));
        return Stream.concat(Stream.of(EVERY_LANGUAGE), spoken)
                .map(language -> WORDS.getOrDefault(language, Map.of()).get(word))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Meaning.WORDS);
    }

    /** Letters and digits only, in capitals and without accents: {@code " Arrêt ! "} is {@code ARRET}. */
    private static String plain(String text) {
        var decomposed =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTERS.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static void words(String language, Meaning meaning, String... words) {
        var ofLanguage = WORDS.computeIfAbsent(language, unused -> new HashMap<>());
        for (var word : List.of(words)) {
            ofLanguage.put(word, meaning);
        }
    }
}
