package org.bookbell.smtp;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.testkit.Heard;

/** Accounts and e-mails for tests. */
final class Submissions {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Submissions() {}

    /** A gateway to 127.0.0.1 without encryption, unless {@code more} says otherwise. */
    static EmailGateway open(int port, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "security", "none",
                "fromAddress", "office@practice.example",
                "fromName", "Practice"));
        settings.putAll(more);
        var provider = new SmtpProvider();
        var faults = provider.validate(Settings.of(settings));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.toString());
        }
        return provider.open(
                new GatewayContext("mail", Settings.of(settings), Clock.fixed(NOON, ZoneOffset.UTC), new Heard()));
    }

    static EmailSubmission anEmail() {
        return anEmail("0AAAAAAAAAAAA", "ann@example.org");
    }

    static EmailSubmission anEmail(String attemptId, String to) {
        return anEmail(attemptId, to, "Tomorrow at 9", "See you tomorrow.", List.of());
    }

    static EmailSubmission anEmail(String subject, String text, List<Attachment> attachments) {
        return anEmail("0AAAAAAAAAAAA", "ann@example.org", subject, text, attachments);
    }

    private static EmailSubmission anEmail(
            String attemptId, String to, String subject, String text, List<Attachment> attachments) {
        return new EmailSubmission(
                attemptId,
                to,
                "",
                Optional.of("desk@practice.example"),
                subject,
                text,
                Optional.of(URI.create("https://book.example/unsubscribe/abc")),
                attachments,
                Duration.ofHours(1));
    }
}
