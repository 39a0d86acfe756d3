package org.bookbell.calendar.hours;

/** What a time block does to the week: an {@code AVAILABLE} one adds to it, a {@code NOT_AVAILABLE} one removes. */
public enum BlockKind {
    AVAILABLE,
    NOT_AVAILABLE
}
