package org.bookbell.smtp.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.bookbell.smtp.wire.Security;
import org.bookbell.smtp.wire.Wire;

/** Bounces as mail servers write them, to an account of tests. */
final class Bounces {

    static final String ATTEMPT = "0AAAAAAAAAAAA";
    static final BounceAddress ADDRESS = new BounceAddress(account(0), "mail");

    private Bounces() {}

    /** A mailbox on 127.0.0.1 without encryption. */
    static MailboxAccount account(int port) {
        var wire = new Wire(Security.NONE, Duration.ofSeconds(5), Duration.ofSeconds(5), Optional.empty());
        return new MailboxAccount(
                "bounces@practice.example", "127.0.0.1", port, wire, "bounces@practice.example", "hunter2", "INBOX");
    }

    /** The sample of that name, sent to the bounce address of an attempt. */
    static MimeMessage sample(String name, String attemptId) {
        return message(text(name).replace("ADDRESS", ADDRESS.of(attemptId)));
    }

    static MimeMessage message(String text) {
        try {
            var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("sample cannot be read", unreadable);
        }
    }

    static String text(String name) {
        try (var in = Bounces.class.getResourceAsStream(name + ".eml")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
