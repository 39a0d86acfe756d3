package org.bookbell.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A message that knows its id and whether the mail server has begun to receive its content. */
final class Letter extends MimeMessage {

    private final String id;
    private final Optional<Envelope> envelope;
    private volatile boolean begun;

    /** Where bounces of one letter go, and by what they name it. */
    record Envelope(String sender, String id) {}

    /**
     * An empty letter.
     *
     * @param id its {@code Message-ID} without the angle brackets
     * @param envelope empty for the account's own sender
     */
    Letter(Session session, String id, Optional<Envelope> envelope) {
        super(session);
        this.id = id;
        this.envelope = envelope;
    }

    Optional<Envelope> envelope() {
        return envelope;
    }

    String id() {
        return id;
    }

    /** Whether the server asked for the content, so that it may have the message whatever happens next. */
    boolean hasBegun() {
        return begun;
    }

    /** The transport writes the content here, after the server's go-ahead (354) and not before. */
    @Override
    public void writeTo(OutputStream out, String[] ignoreList) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignoreList);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}
