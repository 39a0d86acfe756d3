package org.bookbell.spi.gateway;

/** Why a provider refused a message, by what can be done about it. */
public enum RefusalReason {
    /** The address cannot exist or cannot receive this channel. */
    INVALID_RECIPIENT(Retry.NEVER),
    /** The recipient told the provider to stop. */
    OPTED_OUT(Retry.NEVER),
    /** The content or its length is not allowed. */
    CONTENT(Retry.NEVER),
    /** The sender is not allowed, or the destination is not served by this account. */
    SENDER_OR_ROUTE(Retry.OTHER_GATEWAY),
    /** The account is closed, unpaid, or its credentials are wrong. */
    ACCOUNT(Retry.OTHER_GATEWAY),
    /** The provider or its networks block this account's traffic. */
    BLOCKED(Retry.OTHER_GATEWAY),
    /** The recipient cannot receive now, such as a full mailbox or greylisting; says nothing about the gateway. */
    RECIPIENT_UNREACHABLE(Retry.LATER),
    /** Too many messages at once. */
    THROTTLED(Retry.LATER),
    /** The provider is not reachable or says that it is out of order. */
    UNAVAILABLE(Retry.LATER),
    /** A code that the plugin does not know; treated like {@link #UNAVAILABLE}. */
    OTHER(Retry.LATER);

    /** What may be tried after a refusal. */
    public enum Retry {
        /** No gateway will deliver this message. */
        NEVER,
        /** This gateway will not, another may. */
        OTHER_GATEWAY,
        /** This gateway may, later; another may now. */
        LATER
    }

    private final Retry retry;

    RefusalReason(Retry retry) {
        this.retry = retry;
    }

    public Retry retry() {
        return retry;
    }
}
