package org.bookbell.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bookbell.smtp.Letter.Envelope;
import org.bookbell.smtp.bounce.BounceAddress;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/** Turns submissions into letters, so that nothing in them becomes a header of its own. */
final class LetterWriter {

    private static final String UTF_8 = "UTF-8";

    private final Account account;
    private final Session session;
    private final Clock clock;
    private final Optional<BounceAddress> bounces;

    LetterWriter(Account account, Optional<BounceAddress> bounces, Session session, Clock clock) {
        this.account = account;
        this.bounces = bounces;
        this.session = session;
        this.clock = clock;
    }

    Letter write(EmailSubmission email, InternetAddress to) throws MessagingException {
        var sender = account.fromAddress();
        var id = email.attemptId();
        var letter = new Letter(
                session,
                id + sender.substring(sender.lastIndexOf('@')),
                bounces.map(address -> new Envelope(address.of(id), id)));
        letter.setFrom(from(email));
        letter.setRecipient(RecipientType.TO, to);
        letter.setSubject(onOneLine(email.subject()), UTF_8);
        letter.setSentDate(Date.from(clock.instant()));
        var replyTo = email.replyTo().flatMap(Addresses::find);
        if (replyTo.isPresent()) {
            letter.setReplyTo(new InternetAddress[] {replyTo.get()});
        }
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("X-Bookbell-Attempt", id);
        if (email.unsubscribe().isPresent()) {
            addUnsubscribe(letter, email.unsubscribe().get());
        }
        addContent(letter, email);
        letter.saveChanges();
        return letter;
    }

    private InternetAddress from(EmailSubmission email) throws MessagingException {
        var name = onOneLine(email.fromName());
        try {
            return new InternetAddress(account.fromAddress(), name.isEmpty() ? account.fromName() : name, UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every JVM knows UTF-8", impossible);
        }
    }

    /** RFC 2369 §3.2; one press (RFC 8058 §3.1) needs https. */
    private static void addUnsubscribe(Letter letter, URI address) throws MessagingException {
        letter.setHeader("List-Unsubscribe", "<" + address.toASCIIString() + ">");
        if ("https".equalsIgnoreCase(address.getScheme())) {
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static void addContent(Letter letter, EmailSubmission email) throws MessagingException {
        if (email.attachments().isEmpty()) {
            letter.setText(withCrLf(email.text()), UTF_8);
            return;
        }
        var text = new MimeBodyPart();
        text.setText(withCrLf(email.text()), UTF_8);
        var parts = new MimeMultipart(text);
        for (var attachment : email.attachments()) {
            parts.addBodyPart(part(attachment));
        }
        letter.setContent(parts);
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(attachment.content(), mediaType(attachment.mediaType()))));
        part.setFileName(onOneLine(attachment.name()).replace('/', '_').replace('\\', '_'));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    private static String mediaType(String text) {
        try {
            return new ContentType(onOneLine(text)).toString();
        } catch (ParseException unknown) {
            return "application/octet-stream";
        }
    }

    /** Line breaks and other control characters would end a header: they become spaces. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }

    /** The canonical form of text (RFC 2046 §4.1.1). */
    private static String withCrLf(String text) {
        return text.replaceAll("\r\n|\r|\n", "\r\n");
    }
}
