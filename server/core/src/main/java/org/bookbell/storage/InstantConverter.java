package org.bookbell.storage;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps instants as UTC in {@code DATETIME(6)}. They travel as text: EclipseLink would bind any date type as a {@code
 * java.sql.Timestamp}, which the JVM's default zone shifts where it skips an hour, and would read one too unless its
 * switch for dates as text is on.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, String> {

    private static final System.Logger LOG = System.getLogger(InstantConverter.class.getName());
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final int WITHOUT_SECONDS = "uuuu-MM-dd HH:mm".length();
    private static final int WITHOUT_FRACTION = "uuuu-MM-dd HH:mm:ss".length();
    private static final int DIGITS_OF_NANOS = 9;

    public InstantConverter() {
        readDatesAsText();
    }

    /**
     * Turns EclipseLink's switch on; other providers have none. The server does it before anything is read, since
     * EclipseLink makes the converter only after it has fetched the first row.
     */
    public static void readDatesAsText() {
        try {
            Class.forName("org.eclipse.persistence.internal.helper.Helper", true, loader())
                    .getMethod("setShouldOptimizeDates", boolean.class)
                    .invoke(null, true);
        } catch (ClassNotFoundException anotherProvider) {
            LOG.log(Level.DEBUG, "The persistence provider reads text as text.");
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("EclipseLink must be able to read dates as text", changed);
        }
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).format(WRITTEN);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : read(column);
    }

    /** By hand: a formatter takes a fifth of the time in which an appointment is read. */
    private static Instant read(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, WITHOUT_SECONDS),
                        text.length() == WITHOUT_SECONDS ? 0 : number(text, 17, WITHOUT_FRACTION),
                        text.length() <= WITHOUT_FRACTION ? 0 : nanos(text, WITHOUT_FRACTION + 1))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int begin, int end) {
        return Integer.parseInt(text, begin, end, 10);
    }

    private static int nanos(String text, int begin) {
        int nanos = number(text, begin, text.length());
        for (int digits = text.length() - begin; digits < DIGITS_OF_NANOS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static ClassLoader loader() {
        var ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? InstantConverter.class.getClassLoader() : ofThread;
    }
}
