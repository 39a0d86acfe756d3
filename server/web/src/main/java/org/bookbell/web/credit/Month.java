package org.bookbell.web.credit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.web.input.Kind;

/** A month of an organization's wall time. */
record Month(YearMonth month, ZoneId zone) {

    /** A month such as 2026-11. */
    static final Kind<YearMonth> KIND =
            Kind.value(YearMonth.of(2000, 1), Month::parse, "is no month; write it like 2026-11.");

    static Month of(Instant instant, ZoneId zone) {
        return new Month(YearMonth.from(instant.atZone(zone)), zone);
    }

    Instant start() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<YearMonth> parse(String text) {
        try {
            return Optional.of(YearMonth.parse(text))
                    .filter(month -> month.getYear() >= 2000 && month.getYear() < 3000);
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
