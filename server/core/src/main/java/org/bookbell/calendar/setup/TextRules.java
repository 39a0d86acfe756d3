package org.bookbell.calendar.setup;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/** What texts may be; each method adds the fault it finds. */
final class TextRules {

    private static final int LONGEST_ZONE = 50;
    private static final int LONGEST_LOCALE = 20;

    private final Faults faults;

    TextRules(Faults faults) {
        this.faults = faults;
    }

    void required(String text, int longest, String pointer) {
        int length = text.strip().length();
        faults.check(length > 0 && length <= longest, pointer, "The text must have 1 to " + longest + " characters.");
    }

    void optional(@Nullable String text, int longest, String pointer) {
        faults.check(
                text == null || text.strip().length() <= longest,
                pointer,
                "The text must have at most " + longest + " characters.");
    }

    void number(long number, long lowest, long highest, String pointer, String unit) {
        faults.check(
                number >= lowest && number <= highest,
                pointer,
                "The number must be " + lowest + " to " + highest + unit + " but is " + number + ".");
    }

    void zone(@Nullable String zone, String pointer) {
        faults.check(
                zone == null || isZone(zone),
                pointer,
                "The time zone must be the id of one, such as \"Europe/Zurich\".");
    }

    void locale(@Nullable String locale, String pointer) {
        faults.check(
                locale == null || isLocale(locale), pointer, "The locale must be a language tag, such as \"en-GB\".");
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isZone(String id) {
        return id.length() <= LONGEST_ZONE && ZoneId.getAvailableZoneIds().contains(id);
    }

    private static boolean isLocale(String tag) {
        try {
            String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return tag.length() <= LONGEST_LOCALE
                    && Set.of(Locale.getISOLanguages()).contains(language);
        } catch (IllformedLocaleException notATag) {
            return false;
        }
    }
}
