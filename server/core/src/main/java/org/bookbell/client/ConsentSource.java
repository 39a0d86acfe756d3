package org.bookbell.client;

/** Where a consent was given. */
public enum ConsentSource {
    BOOKING_PAGE,
    SELF_PAGE,
    DESK,
    API,
    IMPORT
}
