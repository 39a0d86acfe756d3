package org.bookbell.spi.gateway;

/** What an open account can do beyond submitting. */
public enum Ability {
    /** It reports to the {@link ReceiptListener} what became of accepted messages. */
    RECEIPTS,
    /** It passes {@link SmsSubmission#validity()} on, so that the provider delivers nothing later. */
    VALIDITY,
    /** It submits a repeated {@code attemptId} only once. */
    IDEMPOTENT_RESEND,
    /** Recipients can answer the messages it sends. */
    REPLIES
}
