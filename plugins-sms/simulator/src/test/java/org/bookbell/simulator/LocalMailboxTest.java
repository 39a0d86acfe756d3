package org.bookbell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalMailboxTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void an_e_mail_lies_in_the_mailbox_with_subject_and_sender() throws InterruptedException {
        var mailbox = new LocalMailbox();
        var receipts = new RecordedReceipts();
        var settings = Settings.of(Map.of("receiptAfterSeconds", "0"));

        try (var gateway =
                mailbox.open(new GatewayContext("mailbox", settings, Clock.fixed(NOON, ZoneOffset.UTC), receipts))) {
            gateway.submit(new EmailSubmission(
                    "0AAAAAAAAAAAA",
                    "ann@example.org",
                    "Practice",
                    Optional.empty(),
                    "Tomorrow at 9",
                    "See you.",
                    Optional.empty(),
                    List.of(),
                    Duration.ofHours(1)));
            receipts.next();
        }

        assertThat(mailbox.list(10))
                .containsExactly(new Outbox.Entry(
                        "mailbox",
                        "ann@example.org",
                        "Practice",
                        "Tomorrow at 9",
                        "See you.",
                        NOON,
                        Receipt.State.DELIVERED));
    }

    @Test
    void the_files_of_the_newest_e_mails_are_kept() throws InterruptedException {
        var mailbox = new LocalMailbox();
        var settings = Settings.of(Map.of());
        var file = new Attachment("day.pdf", "application/pdf", new byte[(int) TakenMessages.MOST_BYTES_OF_FILES / 2]);

        try (var gateway = mailbox.open(
                new GatewayContext("mailbox", settings, Clock.fixed(NOON, ZoneOffset.UTC), new RecordedReceipts()))) {
            for (var subject : List.of("oldest", "newer", "newest")) {
                gateway.submit(new EmailSubmission(
                        "0AAAAAAAAAAAA",
                        "ann@example.org",
                        "Practice",
                        Optional.empty(),
                        subject,
                        "See you.",
                        Optional.empty(),
                        List.of(file),
                        Duration.ofHours(1)));
            }
        }

        assertThat(mailbox.list(10))
                .extracting(Outbox.Entry::subject, entry -> entry.attachments().size())
                .containsExactly(tuple("newest", 1), tuple("newer", 1), tuple("oldest", 0));
    }

    @Test
    void the_two_providers_have_names_of_their_own() {
        assertThat(new LocalMailbox().name()).isEqualTo("mailbox");
        assertThat(new SimulatedPhones().name()).isEqualTo("simulator");
    }
}
