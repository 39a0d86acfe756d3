package org.bookbell.export.busy;

/** How an outside calendar stands. */
public enum BusyState {
    /** Not fetched yet. */
    NEW,
    /** Its last fetch was good. */
    GOOD,
    /** Its last fetch failed; the blocks of the last good one stay. */
    FAILING
}
