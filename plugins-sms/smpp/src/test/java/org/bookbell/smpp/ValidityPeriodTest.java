package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "PT1S, 000000000001000R",
        "PT0.4S, 000000000001000R",
        "PT1M59.9S, 000000000159000R",
        "PT24H, 000001000000000R",
        "P27DT23H59M59S, 000027235959000R",
        "P400D, 000028000000000R"
    })
    void it_is_the_time_left_and_never_more(Duration validity, String written) {
        assertThat(ValidityPeriod.of(validity)).isEqualTo(written);
    }
}
