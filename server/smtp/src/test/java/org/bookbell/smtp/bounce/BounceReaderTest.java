package org.bookbell.smtp.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.smtp.bounce.Bounces.ATTEMPT;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BounceReaderTest {

    @ParameterizedTest
    @CsvSource({
        "exim-unknown-user, UNDELIVERED, 5.1.1, INVALID_RECIPIENT",
        "exim-mailbox-full, UNDELIVERED, 5.2.2, RECIPIENT_UNREACHABLE",
        "exim-unrouteable, UNDELIVERED, 5.0.0, INVALID_RECIPIENT",
        "exim-retry-timeout, UNDELIVERED, 5.0.0, ",
        "exchange-not-found, UNDELIVERED, 5.1.10, INVALID_RECIPIENT",
        "gmail-blocked, UNDELIVERED, 5.7.1, BLOCKED",
        "postfix-expired, UNDELIVERED, 4.4.1, RECIPIENT_UNREACHABLE",
        "postfix-delayed, BUFFERED, 4.4.1, RECIPIENT_UNREACHABLE",
        "sendmail-relayed, BUFFERED, , ",
        "qmail, UNDELIVERED, , "
    })
    void what_mail_servers_write_is_understood(
            String sample, State state, @Nullable String code, @Nullable RefusalReason reason) throws Exception {
        var receipt = read(sample).orElseThrow();

        assertThat(receipt.attemptId()).contains(ATTEMPT);
        assertThat(receipt.state()).isEqualTo(state);
        assertThat(receipt.code()).isEqualTo(Optional.ofNullable(code));
        assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vacation", "person", "read-notice"})
    void answers_of_people_and_of_machines_are_no_bounces(String sample) throws Exception {
        assertThat(read(sample)).isEmpty();
    }

    @Test
    void the_status_and_its_time_are_kept_as_evidence() throws Exception {
        var receipt = read("exim-unknown-user").orElseThrow();

        assertThat(receipt.occurredAt()).contains(Instant.parse("2026-11-23T08:00:07Z"));
        assertThat(receipt.raw())
                .startsWith("Reporting-MTA: dns; mail.practice.example")
                .contains("Status: 5.0.0");
    }

    @Test
    void the_same_bounce_makes_the_same_receipt() throws Exception {
        assertThat(read("postfix-delayed")).isEqualTo(read("postfix-delayed"));
    }

    @Test
    void a_report_without_an_action_is_no_bounce() throws Exception {
        var text = Bounces.text("exim-mailbox-full").replace("Action: failed\n", "");

        assertThat(BounceReader.read(ATTEMPT, Bounces.message(text))).isEmpty();
    }

    private static Optional<Receipt> read(String sample) throws MessagingException, IOException {
        return BounceReader.read(ATTEMPT, Bounces.sample(sample, ATTEMPT));
    }
}
