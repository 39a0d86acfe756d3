package org.bookbell.http.answer;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.wire.Answer;

/** How long a server asks to be left alone: RFC 9110, 10.2.3, as seconds or as a moment. */
public final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** From the server's own moment on (6.6.1) where it tells it, since its clock may go wrong. */
    public static Optional<Duration> of(Answer answer, Clock clock) {
        var value = answer.header("Retry-After");
        if (value.filter(text -> SECONDS.matcher(text).matches()).isPresent()) {
            return value.map(text -> Duration.ofSeconds(Long.parseLong(text)));
        }
        var now = answer.header("Date").flatMap(RetryAfter::moment).orElseGet(clock::instant);
        return value.flatMap(RetryAfter::moment)
                .map(until -> Duration.between(now, until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
