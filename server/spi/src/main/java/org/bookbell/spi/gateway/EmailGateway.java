package org.bookbell.spi.gateway;

/** An open account that submits e-mail. */
public interface EmailGateway extends Gateway {

    /**
     * Submits one e-mail and answers what the mail server said of it.
     *
     * <p>Limits, interruption, exceptions and the border between {@link SubmitResult.Refused} and {@link
     * SubmitResult.Unclear} are those of {@link SmsGateway#submit}. A gateway never lets a line break in an address, a
     * name, a subject or a file's name become a header of its own, and marks each message {@code Auto-Submitted:
     * auto-generated} (RFC 3834 §5), so that nothing answers it by itself.
     */
    SubmitResult submit(EmailSubmission email) throws InterruptedException;
}
