package org.bookbell.export.feed;

/** Whose appointments a feed shows. */
public enum FeedKind {
    STAFF,
    ORGANIZATION,
    CLIENT
}
