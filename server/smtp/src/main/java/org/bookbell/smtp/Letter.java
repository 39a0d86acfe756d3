package org.bookbell.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message that knows its id and whether the mail server has begun to receive its content. */
final class Letter extends MimeMessage {

    private final String id;
    private volatile boolean begun;

    /**
     * An empty letter.
     *
     * @param id its {@code Message-ID} without the angle brackets
     */
    Letter(Session session, String id) {
        super(session);
        this.id = id;
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
