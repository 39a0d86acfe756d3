package org.bookbell.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** How pages say times, in English. */
public final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");

    private Words() {}

    /** A text whose instants are said as {@link #exactMoment}. */
    public static String localized(String text, ZoneId zone) {
        return INSTANT.matcher(text).replaceAll(found -> exactMoment(Instant.parse(found.group()), zone));
    }

    /** Europe/Berlin, America/New York. */
    public static String zone(ZoneId zone) {
        return zone.getId().replace('_', ' ');
    }

    /** 09:30. */
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    /** Monday 30 November 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Mon 30 Nov. */
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /** Mon 30 Nov 09:30. */
    public static String moment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return SHORT_DAY.format(local) + " " + TIME.format(local);
    }

    /** Mon 30 Nov 09:30:17. */
    public static String exactMoment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return SHORT_DAY.format(local) + " " + EXACT.format(local);
    }
}
