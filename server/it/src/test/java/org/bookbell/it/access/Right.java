package org.bookbell.it.access;

/** What a route asks of its caller. */
enum Right {
    READ,
    BOOK,
    OWN_CALENDAR,
    MANAGE,
    ADMINISTER,
    /** To be signed in, anywhere. */
    SIGNED_IN,
    /** To run the server: for anybody else there is nothing to see. */
    OPERATE,
    NOTHING
}
