package org.bookbell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantConverterTest {

    private static final long YEAR_1 = -62_135_596_800L;
    private static final long YEAR_9999 = 253_402_300_799L;

    private final InstantConverter converter = new InstantConverter();

    @Property
    void what_is_written_is_read(
            @ForAll @LongRange(min = YEAR_1, max = YEAR_9999) long seconds,
            @ForAll @LongRange(max = 999_999_999) long nanos) {
        var instant = Instant.ofEpochSecond(seconds, nanos).truncatedTo(ChronoUnit.MICROS);

        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
    }

    /** Each database leaves out other zeros at the end. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-29 08:30,              2026-11-29T08:30:00Z",
        "2026-11-29 08:30:07,           2026-11-29T08:30:07Z",
        "2026-11-29 08:30:07.5,         2026-11-29T08:30:07.5Z",
        "2026-11-29 08:30:07.000,       2026-11-29T08:30:07Z",
        "2026-11-29 08:30:07.000120,    2026-11-29T08:30:07.00012Z",
        "2026-11-29 08:30:07.123456789, 2026-11-29T08:30:07.123456789Z"
    })
    void as_databases_say_it(String text, Instant instant) {
        assertThat(converter.convertToEntityAttribute(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-29", "2026-13-29 08:30:00", "2026-02-30 08:30:00"})
    void what_is_no_date_is_refused(String text) {
        assertThatThrownBy(() -> converter.convertToEntityAttribute(text)).isInstanceOf(RuntimeException.class);
    }
}
