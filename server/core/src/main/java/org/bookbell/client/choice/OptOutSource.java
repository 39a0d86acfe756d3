package org.bookbell.client.choice;

/** How an address came to want no messages. */
public enum OptOutSource {
    /** A reply such as STOP. */
    REPLY,
    /** The link of an e-mail. */
    LINK,
    SELF_PAGE,
    DESK,
    API,
    /** The gateway reported it. */
    GATEWAY
}
