package org.bookbell.export.feed;

/** How much a feed tells of an appointment. */
public enum Detail {
    /** When, and nothing else. */
    BUSY,
    /** For what too, and of whom the initials. */
    INITIALS,
    /** Everything, as the organization sees it. */
    FULL
}
