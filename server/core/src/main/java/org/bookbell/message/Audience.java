package org.bookbell.message;

/** Whom a message tells. */
public enum Audience {
    CLIENT,
    STAFF,
    MEMBER
}
