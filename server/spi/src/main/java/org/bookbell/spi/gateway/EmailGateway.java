package org.bookbell.spi.gateway;

/** An open account that submits e-mail. */
public interface EmailGateway extends Gateway {

    /** Submits one e-mail and answers what the server said of it; the contract is that of {@link SmsGateway#submit}. */
    SubmitResult submit(EmailSubmission email) throws InterruptedException;
}
