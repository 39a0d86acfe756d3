package org.bookbell.smpp;

import java.time.Duration;
import java.util.Locale;

/** Writes how long a message may be delivered (SMPP 3.4, 7.1.1.2). */
final class ValidityPeriod {

    /** More is not worth asking for: message centers keep messages for some days at most. */
    private static final Duration LONGEST = Duration.ofDays(28);

    private ValidityPeriod() {}

    /** {@code validity} in the relative time format, {@code YYMMDDhhmmss000R}; never more than it, but at least a second. */
    static String of(Duration validity) {
        var time = validity.compareTo(LONGEST) < 0 ? validity : LONGEST;
        var seconds = Math.max(1, time.toSeconds());
        var whole = Duration.ofSeconds(seconds);
        return String.format(
                Locale.ROOT,
                "0000%02d%02d%02d%02d000R",
                whole.toDaysPart(),
                whole.toHoursPart(),
                whole.toMinutesPart(),
                whole.toSecondsPart());
    }
}
