package org.bookbell.client;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client is found by: phone digits as dialed from abroad and at home, then the name and e-mail in plain small
 * letters without accents.
 */
public final class SearchText {

    private static final int LONGEST = 400;
    private static final int MOST_TERMS = 6;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Pattern PHONE = Pattern.compile("[\\d\\s+()./-]*\\d{2}[\\d\\s+()./-]*");
    private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^00");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;'’-]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<Integer, String> PLAIN = Map.of(
            (int) 'ß', "ss", (int) 'ø', "o", (int) 'ł', "l", (int) 'đ', "d", (int) 'æ', "ae", (int) 'œ', "oe",
            (int) 'ı', "i", (int) 'ð', "d", (int) 'þ', "th");

    private SearchText() {}

    public static String of(String name, @Nullable String email, List<Phone> phones) {
        var words = new ArrayList<String>();
        for (var phone : phones) {
            words.add(digits(phone.e164()));
            words.add(digits(phone.national()));
        }
        words.addAll(words(name));
        if (email != null) {
            words.add(email);
        }
        return cut(" " + String.join(" ", words));
    }

    /** What the text of a client must contain who is meant by {@code query}; empty means everybody. */
    static List<String> terms(String query) {
        if (PHONE.matcher(query).matches()) {
            return List.of(digits(INTERNATIONAL_PREFIX.matcher(query.strip()).replaceFirst("")));
        }
        return words(query).stream().limit(MOST_TERMS).toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String fold(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(apart)
                .replaceAll("")
                .codePoints()
                .mapToObj(letter -> PLAIN.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
