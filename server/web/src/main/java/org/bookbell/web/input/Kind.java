package org.bookbell.web.input;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bookbell.organization.ContactSyntax;
import org.bookbell.storage.Ids;

/**
 * What a value must look like. A form and a query know only texts, so there numbers and flags are read from texts.
 *
 * @param <T> what it becomes
 */
public final class Kind<T> {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");
    private static final Pattern LOCALE_TAG = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d|24:00");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST_PASSWORD = 1000;

    /** An id of 13 characters. */
    public static final Kind<Long> ID = ofText(0L, Kind::id);

    /** An instant with its offset from UTC. */
    public static final Kind<Instant> INSTANT = ofText(Instant.EPOCH, Kind::instant);

    /** A date such as 2026-11-30. */
    public static final Kind<LocalDate> DATE = ofText(LocalDate.EPOCH, Kind::date);

    /** A local time of a day such as 09:30. */
    public static final Kind<LocalTime> TIME = ofText(LocalTime.MIDNIGHT, Kind::time);

    /** A time zone of the IANA database. */
    public static final Kind<ZoneId> ZONE = ofText(ZoneId.of("UTC"), Kind::zone);

    /** The id of a time zone of the IANA database, as text. */
    public static final Kind<String> ZONE_ID = ofText("UTC", text -> zone(text).getId());

    /** An e-mail address. */
    public static final Kind<String> EMAIL =
            value("", ContactSyntax::findEmail, "is no e-mail address; write one like ann@example.org.");

    /** A time of the day as minutes after midnight: 00:00 to 24:00. */
    public static final Kind<Integer> CLOCK_TIME =
            value(0, Kind::minute, "is no time of a day; write it like 09:30, or 24:00 for its end.");

    /** A language tag such as en-GB, as text. */
    public static final Kind<String> LANGUAGE =
            ofText("en", text -> locale(text).toLanguageTag());

    /** A minute of the day, 0 to 1439. */
    public static final Kind<Integer> MINUTE_OF_DAY = number(0, 1439);

    /** A language with an optional country. */
    public static final Kind<Locale> LOCALE = ofText(Locale.ENGLISH, Kind::locale);

    /** True or false; in a form also {@code on}. */
    public static final Kind<Boolean> FLAG = new Kind<>(false, Kind::flag);

    private final T standIn;
    private final Reading<T> reading;

    @FunctionalInterface
    private interface Reading<T> {
        T read(JsonValue value, boolean onlyTexts);
    }

    private Kind(T standIn, Reading<T> reading) {
        this.standIn = standIn;
        this.reading = reading;
    }

    /** A text without control characters, its outer blanks removed, of {@code min} to {@code max} characters. */
    public static Kind<String> text(int min, int max) {
        return ofText("", text -> {
            require(
                    text.length() <= max,
                    "The text has " + text.length() + " characters; at most " + max + " are allowed.");
            require(text.length() >= min, "The text is too short; at least " + min + " characters are needed.");
            return text;
        });
    }

    /** A password: a text as it was typed, blanks included. */
    public static final Kind<String> PASSWORD = new Kind<>("", (value, onlyTexts) -> {
        require(value instanceof JsonString, "The value must be a text.");
        var text = ((JsonString) value).getString();
        require(text.length() <= LONGEST_PASSWORD, "The password is too long.");
        return text;
    });

    /** A whole number. */
    public static Kind<Integer> number(int min, int max) {
        return new Kind<>(min, (value, onlyTexts) -> {
            var number = decimal(value, onlyTexts);
            var fits = number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
            require(
                    fits && number.stripTrailingZeros().scale() <= 0,
                    "The value must be a whole number from " + min + " to " + max + ".");
            return number.intValueExact();
        });
    }

    /** A phone number that can be dialed, in {@code country} if it names none; it becomes E.164. */
    public static Kind<String> phone(String country) {
        return value(
                "",
                text -> ContactSyntax.findE164(text, country),
                "is no number that can be dialed; write it with a plus and the country's prefix.");
    }

    /** One of the constants of {@code type}, by its name. */
    public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        var constants = type.getEnumConstants();
        var names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return ofText(
                constants[0],
                text -> Arrays.stream(constants)
                        .filter(each -> each.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new WrongValueException(
                                quote(text) + " is not allowed; choose one of " + names + ".")));
    }

    /** What {@code parse} makes of a text; {@code advice} follows the text it makes nothing of. */
    public static <T> Kind<T> value(T standIn, Function<String, Optional<T>> parse, String advice) {
        return ofText(
                standIn,
                text -> parse.apply(text).orElseThrow(() -> new WrongValueException(quote(text) + " " + advice)));
    }

    T read(JsonValue value, boolean onlyTexts) {
        return reading.read(value, onlyTexts);
    }

    T standIn() {
        return standIn;
    }

    private static <T> Kind<T> ofText(T standIn, Function<String, T> parse) {
        return new Kind<>(standIn, (value, onlyTexts) -> {
            require(value instanceof JsonString, "The value must be a text.");
            var text = ((JsonString) value).getString().strip();
            require(!CONTROL.matcher(text).find(), "The text holds characters that cannot be shown.");
            return parse.apply(text);
        });
    }

    private static Long id(String text) {
        return Ids.parse(text)
                .orElseThrow(() ->
                        new WrongValueException(quote(text) + " is no id; an id has 13 characters of 0-9 and A-Z."));
    }

    private static Instant instant(String text) {
        try {
            return checked(OffsetDateTime.parse(text)).toInstant();
        } catch (DateTimeException wrong) {
            throw new WrongValueException(quote(text)
                    + " is no instant; write date, time and offset from UTC like 2026-11-30T09:00:00+01:00.");
        }
    }

    private static OffsetDateTime checked(OffsetDateTime time) {
        checkYear(time.getYear());
        return time;
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            checkYear(date.getYear());
            return date;
        } catch (DateTimeException wrong) {
            throw new WrongValueException(quote(text) + " is no date; write it like 2026-11-30.");
        }
    }

    private static void checkYear(int year) {
        require(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "The year must be from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }

    private static Optional<Integer> minute(String text) {
        return CLOCK.matcher(text).matches()
                ? Optional.of(Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)))
                : Optional.empty();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException wrong) {
            throw new WrongValueException(quote(text) + " is no time of a day; write it like 09:30.");
        }
    }

    private static ZoneId zone(String text) {
        require(
                ZoneId.getAvailableZoneIds().contains(text),
                quote(text) + " is no time zone; write one like Europe/Berlin.");
        return ZoneId.of(text);
    }

    private static Locale locale(String text) {
        require(LOCALE_TAG.matcher(text).matches(), quote(text) + " is no language; write one like en or en-GB.");
        return Locale.forLanguageTag(text);
    }

    private static Boolean flag(JsonValue value, boolean onlyTexts) {
        if (onlyTexts && value instanceof JsonString text) {
            require(text.getString().matches("on|true|false"), "The value must be true or false.");
            return !text.getString().equals("false");
        }
        require(value == JsonValue.TRUE || value == JsonValue.FALSE, "The value must be true or false.");
        return value == JsonValue.TRUE;
    }

    private static BigDecimal decimal(JsonValue value, boolean onlyTexts) {
        if (onlyTexts && value instanceof JsonString text) {
            require(text.getString().strip().matches("-?\\d{1,9}"), quote(text.getString()) + " is no whole number.");
            return new BigDecimal(text.getString().strip());
        }
        require(value instanceof JsonNumber, "The value must be a number.");
        return ((JsonNumber) value).bigDecimalValue();
    }

    private static String quote(String text) {
        return "\"" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "\"";
    }

    private static void require(boolean allowed, String sentence) {
        if (!allowed) {
            throw new WrongValueException(sentence);
        }
    }
}
