package org.bookbell.spi.gateway;

/** An open account that submits SMS. */
public interface SmsGateway extends Gateway {

    /**
     * Submits one SMS and answers what the provider said of it.
     *
     * <p>The text is submitted as it is: a gateway neither shortens it nor changes its characters, and joins the segments
     * of a long one ({@link SmsText}) where its protocol does not.
     *
     * <p>It blocks until the provider answered, the server's time limit (10 s unless set otherwise) interrupts it, or
     * the protocol's own limit ends. It never submits twice by itself. Once the request may have reached the provider
     * and no answer came, the result is {@link SubmitResult.Unclear}, never {@link SubmitResult.Refused}. A thrown
     * exception counts as {@link SubmitResult.Unclear}.
     */
    SubmitResult submit(SmsSubmission sms) throws InterruptedException;
}
