package org.bookbell.export.busy.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a server wants to be asked again (RFC 9110, 10.2.3); at most a day is waited for. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static Optional<Duration> of(AnswerHead head, Instant now) {
        return head.header("Retry-After").flatMap(value -> parse(value, now)).map(time -> {
            var some = time.isNegative() ? Duration.ZERO : time;
            return some.compareTo(LONGEST) > 0 ? LONGEST : some;
        });
    }

    private static Optional<Duration> parse(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
