package org.bookbell.spi.gateway;

/** What an open account can do beyond submitting. */
public enum Ability {
    /**
     * It reports to the {@link ReceiptListener} what became of each accepted message, so that silence means trouble. A
     * gateway that hears of failures only, such as a mail server, reports them without declaring this.
     */
    RECEIPTS,
    /** It passes {@link SmsSubmission#validity()} on, so that the provider delivers nothing later. */
    VALIDITY,
    /** It submits a repeated {@code attemptId} only once. */
    IDEMPOTENT_RESEND,
    /** Recipients can answer the messages it sends. */
    REPLIES,
    /** It reads what its provider sends to its web hook: see {@link Gateway#readHook}. */
    HOOK,
    /**
     * Its provider signs each call of the web hook and {@link Gateway#readHook} verifies that, so that the address need
     * not hold a token.
     */
    SIGNED_HOOK
}
