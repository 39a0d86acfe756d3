package org.bookbell.booking;

/** Which way an appointment came in. */
public enum BookingSource {
    /** The organization's public page. */
    PUBLIC,
    /** A member at the desk. */
    DESK,
    /** A program with a token. */
    API
}
