package org.bookbell.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_words_of_a_provider_are_cut_to_what_fits() {
        var refused = new Refused(RefusalReason.OTHER, "9".repeat(61), "x".repeat(299) + "😀");

        assertThat(refused.code()).hasSize(60);
        assertThat(refused.detail()).isEqualTo("x".repeat(299));
        assertThat(new Unclear("y".repeat(1000)).detail()).hasSize(300);
        assertThat(new Unclear("short").detail()).isEqualTo("short");
    }

    @Test
    void an_accepted_message_has_a_usable_id_or_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> SubmitResult.accepted(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> SubmitResult.accepted("9".repeat(121)));
        assertThatIllegalArgumentException().isThrownBy(() -> SubmitResult.accepted("id", 0));
        assertThat(SubmitResult.accepted("id", 2))
                .isEqualTo(new SubmitResult.Accepted(Optional.of("id"), Optional.of(2)));
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            names = {"INVALID_RECIPIENT", "OPTED_OUT", "CONTENT"})
    void what_is_wrong_with_the_message_itself_is_final(RefusalReason reason) {
        assertThat(new Refused(reason, "", "").isTransient()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = RefusalReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INVALID_RECIPIENT", "OPTED_OUT", "CONTENT"})
    void what_is_wrong_with_the_account_or_the_hour_is_not(RefusalReason reason) {
        assertThat(new Refused(reason, "", "").isTransient()).isTrue();
    }

    @Test
    void a_receipt_names_its_attempt_or_the_providers_message() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Receipt(
                        Optional.empty(),
                        Optional.empty(),
                        Receipt.State.DELIVERED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    @Test
    void a_receipt_is_cut_to_what_fits_and_shows_ids_only() {
        var receipt = new Receipt(
                Optional.of("0AAAAAAAAAAAA"),
                Optional.empty(),
                Receipt.State.UNDELIVERED,
                Optional.of(NOON),
                Optional.of("c".repeat(61)),
                Optional.of("n".repeat(61)),
                "to=+12125550123 " + "r".repeat(2000));

        assertThat(receipt.code().orElseThrow()).hasSize(60);
        assertThat(receipt.network().orElseThrow()).hasSize(60);
        assertThat(receipt.raw()).hasSize(2000);
        assertThat(receipt).hasToString("Receipt[0AAAAAAAAAAAA, -, UNDELIVERED]");
    }

    @Test
    void submissions_show_their_attempt_only() {
        var sms = new SmsSubmission(
                "0AAAAAAAAAAAA", "+12125550123", Optional.empty(), "Ann, at nine", Duration.ofHours(1));
        var email = new EmailSubmission(
                "0AAAAAAAAAAAB",
                "ann@example.org",
                "Practice",
                Optional.empty(),
                "At nine",
                "Ann, at nine",
                Optional.empty(),
                List.of(),
                Duration.ofHours(1));

        assertThat(sms).hasToString("SmsSubmission[0AAAAAAAAAAAA]");
        assertThat(email).hasToString("EmailSubmission[0AAAAAAAAAAAB]");
    }
}
