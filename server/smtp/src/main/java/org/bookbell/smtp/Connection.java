package org.bookbell.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Properties;
import org.bookbell.smtp.Letter.Envelope;

/** A connection to the mail server, signed in, with its age; used by one thread at a time. */
final class Connection {

    private static final Logger LOG = System.getLogger(Connection.class.getName());
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration SURELY_ALIVE = Duration.ofSeconds(1);
    private static final int MOST_MESSAGES = 100;

    private final Transport transport;
    private final Properties properties;
    private final boolean tellsOfDelivery;
    private final long openedAt = System.nanoTime();
    private long usedAt = openedAt;
    private int messages;

    /** @param properties of the transport's session */
    Connection(Transport transport, Properties properties) {
        this.transport = transport;
        this.properties = properties;
        this.tellsOfDelivery = offers(transport, "DSN");
    }

    void send(Letter letter) throws MessagingException {
        messages++;
        letter.envelope().ifPresent(this::address);
        transport.sendMessage(letter, letter.getAllRecipients());
        usedAt = System.nanoTime();
    }

    /** The envelope's id comes back in what the server tells of the delivery (RFC 3461 §4.4). */
    private void address(Envelope envelope) {
        properties.put("mail.smtp.from", envelope.sender());
        if (tellsOfDelivery) {
            properties.put("mail.smtp.mailextension", "ENVID=" + envelope.id());
        }
    }

    /** Jakarta Mail has no word for extensions (RFC 5321 §2.2); its implementation's transport does. */
    private static boolean offers(Transport transport, String extension) {
        try {
            var question = transport.getClass().getMethod("supportsExtension", String.class);
            return Boolean.TRUE.equals(question.invoke(transport, extension));
        } catch (ReflectiveOperationException notAsked) {
            return false;
        }
    }

    /** Whether it may carry another message: neither too old nor idle for long, and the server still answers. */
    boolean isUsable() {
        return !isStale() && (since(usedAt).compareTo(SURELY_ALIVE) < 0 || answers());
    }

    /** Whether it should be closed rather than kept. */
    boolean isStale() {
        return messages >= MOST_MESSAGES
                || since(usedAt).compareTo(LONGEST_IDLE) > 0
                || since(openedAt).compareTo(LONGEST_LIFE) > 0;
    }

    /** Asks the server by NOOP. */
    boolean answers() {
        return transport.isConnected();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyBroken) {
            LOG.log(Level.DEBUG, "A connection to the mail server broke before it was closed.");
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
