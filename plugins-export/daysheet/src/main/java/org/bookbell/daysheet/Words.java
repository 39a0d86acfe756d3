package org.bookbell.daysheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.bookbell.spi.export.Export;

/** The words of a sheet in the reader's language, English where it is not among ours. */
final class Words {

    private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale locale;
    private final ZoneId zone;
    private final DateTimeFormatter time;

    Words(Export export) {
        this.locale = export.locale();
        this.zone = export.zone();
        this.texts = ResourceBundle.getBundle(
                "org.bookbell.daysheet.words", locale, Words.class.getClassLoader(), NO_OTHER_LANGUAGE);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    String get(String key) {
        return texts.getString(key);
    }

    /** The text of {@code key} with its variables. */
    String get(String key, Object... variables) {
        return texts.getString(key).formatted(variables);
    }

    /** Which language they are in. */
    String language() {
        var language = texts.getLocale().getLanguage();
        return language.isEmpty() ? "en" : language;
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    /** A local time; with its offset in the hour that a zone has twice. */
    String time(Instant instant) {
        var local = instant.atZone(zone);
        return time.format(local) + (isTwice(local) ? " (" + local.getOffset() + ")" : "");
    }

    /** Date and time with the zone. */
    String moment(Instant instant) {
        var local = instant.atZone(zone);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(local)
                + " " + time(instant) + " (" + zone.getId() + ")";
    }

    private boolean isTwice(ZonedDateTime local) {
        return zone.getRules().getValidOffsets(local.toLocalDateTime()).size() > 1;
    }
}
