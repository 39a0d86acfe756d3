package org.bookbell.smtp.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;

/**
 * Understands what came to a message's bounce address: a delivery status notification, or a letter by which an old mail
 * server says that it failed. Answers of people and of machines that are away are neither.
 */
final class BounceReader {

    private static final int LONGEST_STATUS = 64 * 1024;
    private static final int LONGEST_WORDS = 8 * 1024;
    private static final int DEEPEST = 4;
    private static final Pattern MACHINE = Pattern.compile("mailer-daemon|postmaster|mail delivery (sub)?system|^<>$");

    private BounceReader() {}

    /** What {@code message} says of the attempt; empty if it is no bounce. */
    static Optional<Receipt> read(String attemptId, MimeMessage message) throws MessagingException, IOException {
        var part = find(message, 0);
        if (part.isPresent()) {
            var text = part.get().getInputStream().readNBytes(LONGEST_STATUS);
            var status = DeliveryStatus.read(text);
            if (status.isPresent()) {
                return Optional.of(receipt(attemptId, message, status.get(), text));
            }
        }
        return isFailureNotice(message)
                ? Optional.of(receipt(attemptId, message, State.UNDELIVERED, Diagnosis.NONE, "no delivery status"))
                : Optional.empty();
    }

    private static Receipt receipt(String attemptId, MimeMessage message, DeliveryStatus status, byte[] text)
            throws MessagingException, IOException {
        var raw = new String(text, StandardCharsets.UTF_8).strip();
        return switch (status.action()) {
            case FAILED ->
                receipt(
                        attemptId,
                        message,
                        State.UNDELIVERED,
                        Diagnosis.ofFailure(status.status(), status.diagnostic(), words(message)),
                        raw);
            case DELAYED ->
                receipt(
                        attemptId,
                        message,
                        State.BUFFERED,
                        Diagnosis.ofDelay(status.status(), status.diagnostic()),
                        raw);
            case RELAYED, EXPANDED -> receipt(attemptId, message, State.BUFFERED, Diagnosis.NONE, raw);
            case DELIVERED -> receipt(attemptId, message, State.DELIVERED, Diagnosis.NONE, raw);
        };
    }

    private static Receipt receipt(String attemptId, MimeMessage message, State state, Diagnosis diagnosis, String raw)
            throws MessagingException {
        return new Receipt(
                Optional.of(attemptId),
                Optional.empty(),
                state,
                Optional.ofNullable(message.getSentDate()).map(date -> date.toInstant()),
                diagnosis.code(),
                Optional.empty(),
                raw,
                diagnosis.reason());
    }

    /** Delivery reports say that they are automatic replies too, so that this is asked only where there is none. */
    private static boolean isFailureNotice(MimeMessage message) throws MessagingException {
        var automatic = header(message, "Auto-Submitted");
        var isAnswer = automatic.contains("auto-replied")
                || header(message, "Precedence").contains("auto_reply")
                || message.getHeader("X-Autoreply") != null
                || message.isMimeType("multipart/report");
        return !isAnswer && MACHINE.matcher(header(message, "From")).find();
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        var value = message.getHeader(name, " ");
        return value == null ? "" : value.toLowerCase(Locale.ROOT).strip();
    }

    private static Optional<MimePart> find(MimePart part, int depth) throws MessagingException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            return Optional.of(part);
        }
        if (!part.isMimeType("multipart/*") || depth == DEEPEST) {
            return Optional.empty();
        }
        var parts = new MimeMultipart(new MimePartDataSource(part));
        for (var i = 0; i < parts.getCount(); i++) {
            var found = find((MimePart) parts.getBodyPart(i), depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first part of a report, which is for people. */
    private static String words(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/*")) {
            return "";
        }
        var parts = new MimeMultipart(new MimePartDataSource(message));
        BodyPart first = parts.getBodyPart(0);
        return first.isMimeType("text/plain") ? text(first) : "";
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readNBytes(LONGEST_WORDS), StandardCharsets.UTF_8);
    }
}
