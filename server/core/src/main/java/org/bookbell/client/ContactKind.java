package org.bookbell.client;

/** Whose address and choices are meant. */
public enum ContactKind {
    CLIENT,
    STAFF
}
