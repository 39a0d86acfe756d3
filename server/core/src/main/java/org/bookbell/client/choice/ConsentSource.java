package org.bookbell.client.choice;

/** Where a consent was given. */
public enum ConsentSource {
    BOOKING_PAGE,
    SELF_PAGE,
    DESK,
    API,
    IMPORT
}
