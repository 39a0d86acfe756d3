package org.bookbell.dispatch.reply;

/** What a reply asks for. */
public enum Meaning {
    /** No more SMS, from nobody behind this sender. */
    STOP,
    /** SMS again. */
    START,
    /** Who sends, and how to stop it. */
    HELP,
    /** The client will come. */
    CONFIRM,
    /** The client wants another time. */
    CHANGE,
    /** Words for a person. */
    WORDS
}
