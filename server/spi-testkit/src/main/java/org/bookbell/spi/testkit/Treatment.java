package org.bookbell.spi.testkit;

/** What a fake of a provider may make of messages. */
public enum Treatment {
    /** It says that no gateway would deliver the message, such as for a number that cannot exist. */
    REFUSED_FOR_GOOD,
    /** It says that the message may be taken later. */
    REFUSED_FOR_NOW,
    /** It takes the request and says nothing. */
    NOT_ANSWERED
}
