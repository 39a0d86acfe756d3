package org.bookbell.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written by hand is what the JDK's formatters write. */
class IsoTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03T09:00:00Z",
                "2026-11-03T09:05:07+01:00",
                "2026-01-31T23:59:59.999999-09:30",
                "2026-01-31T00:00:00.000001+05:45",
                "2026-01-31T00:00:00.1Z",
                "0987-01-31T00:00:00.120000003+00:53:28",
                "-0001-12-31T10:20:30Z",
                "+12026-12-31T10:20:30Z"
            })
    void a_time_is_written_as_formatters_do(String text) {
        var time = OffsetDateTime.parse(text);

        assertThat(IsoTime.withOffset(time)).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        assertThat(IsoTime.date(time)).isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE.format(time));
        assertThat(IsoTime.hours(time))
                .isEqualTo(DateTimeFormatter.ofPattern("HH:mm").format(time));
    }
}
