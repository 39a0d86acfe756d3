package org.bookbell.smtp.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource({
        "5.1.1, smtp; 550 5.7.1 other words, 5.1.1, INVALID_RECIPIENT",
        "5.0.0, smtp; 550 5.1.1 nobody, 5.1.1, INVALID_RECIPIENT",
        "5.0.0, smtp; 451 4.3.0 try later, 4.3.0, RECIPIENT_UNREACHABLE",
        "5.0.0, smtp; 550 no such person, 550, INVALID_RECIPIENT",
        "5.0.0, smtp; 550 rejected as spam, 550, BLOCKED",
        "5.0.0, smtp; 552 quota, 552, RECIPIENT_UNREACHABLE",
        "5.0.0, smtp; 554 no, 554, ",
        "5.0.0, smtp; refused by 5.1.1.2 at 550.1.2.3, 5.0.0, ",
        "5.1.7, smtp; 550 sender, 5.1.7, SENDER_OR_ROUTE",
        "5.1.10, '', 5.1.10, INVALID_RECIPIENT",
        "5.2.1, '', 5.2.1, INVALID_RECIPIENT",
        "5.2.2, '', 5.2.2, RECIPIENT_UNREACHABLE",
        "5.2.3, '', 5.2.3, CONTENT",
        "5.3.4, '', 5.3.4, CONTENT",
        "5.3.0, '', 5.3.0, ",
        "5.4.4, '', 5.4.4, INVALID_RECIPIENT",
        "5.4.6, '', 5.4.6, SENDER_OR_ROUTE",
        "5.7.26, '', 5.7.26, BLOCKED",
        "4.2.2, '', 4.2.2, RECIPIENT_UNREACHABLE",
        "'', '', , ",
        "5.1.1 (bad destination), '', 5.1.1, INVALID_RECIPIENT"
    })
    void codes_mean_what_can_be_done(
            String status, String diagnostic, @Nullable String code, @Nullable RefusalReason reason) {
        assertThat(Diagnosis.ofFailure(status, diagnostic, ""))
                .isEqualTo(new Diagnosis(Optional.ofNullable(code), Optional.ofNullable(reason)));
    }
}
