package org.bookbell.web.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bookbell.message.text.TextKey;
import org.bookbell.problem.ProblemException;

/** Which text an address means, and in which language; what names none is not found. */
record TextPlace(TextKey key, Locale locale) {

    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    static TextPlace of(String key, String locale) {
        if (!TAG.matcher(locale).matches()) {
            throw ProblemException.notFound("language");
        }
        return new TextPlace(
                TextKey.parse(key).orElseThrow(() -> ProblemException.notFound("text")), Locale.forLanguageTag(locale));
    }

    /** Its end of an address: {@code /reminder.client.sms/de}. */
    String path() {
        return "/" + key.name() + "/" + locale.toLanguageTag();
    }
}
