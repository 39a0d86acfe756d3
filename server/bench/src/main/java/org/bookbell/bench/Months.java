package org.bookbell.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Months that a shop is asked for. Asked one after the other they are more than the server keeps answers for, so that
 * every answer is made anew, as after a change.
 */
final class Months {

    private static final int DIFFERENT = 200;
    private static final int DAYS = 30;
    private static final int OPENS = 9;
    private static final int STARTS_A_DAY = 16;

    private final Subject subject;
    private final LocalDate first;

    Months(Subject subject, LocalDate first) {
        this.subject = subject;
        this.first = first;
    }

    /** Spreads appointments of half an hour evenly over all months: {@code aDay} for each staff member. */
    void fill(int aDay) throws SQLException {
        subject.stored().fill(subject.calendars(), starts(aDay));
    }

    private Stream<LocalDateTime> starts(int aDay) {
        return IntStream.rangeClosed(0, DIFFERENT + DAYS)
                .mapToObj(day -> first.plusDays(day).atTime(OPENS, 0))
                .flatMap(opening ->
                        IntStream.range(0, aDay).mapToObj(n -> opening.plusMinutes(30L * (n * STARTS_A_DAY / aDay))));
    }

    /** One month. */
    URI one() {
        return month(0);
    }

    /** All of them. */
    List<URI> all() {
        return IntStream.range(0, DIFFERENT).mapToObj(this::month).toList();
    }

    private URI month(int day) {
        return subject.slots(first.plusDays(day), first.plusDays(day + DAYS));
    }

    /** The control's addresses for the same months: the same rows read, an answer of the same length. */
    static List<URI> ofControl(URI control, LocalDate first) {
        return IntStream.range(0, DIFFERENT)
                .mapToObj(day ->
                        URI.create(control + "?from=" + first.plusDays(day - 1L).atStartOfDay() + "&to="
                                + first.plusDays(day + DAYS + 1L).atStartOfDay()))
                .toList();
    }

    /** The median time of one request after the other, each for another month. */
    double coldMillis(Duration length) {
        return Turns.median(millis(length), millis(length), millis(length));
    }

    private double millis(Duration length) {
        return Load.get(all(), 1, length).medianMillis();
    }
}
