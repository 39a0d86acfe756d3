package org.bookbell.dispatch.watchdog;

/**
 * Something that keeps messages from being sent.
 *
 * @param sentence what is wrong and where to look, for people
 */
public record Trouble(Kind kind, String sentence) {

    /** What may be wrong. */
    public enum Kind {
        /** The database does not answer. */
        DATABASE,
        /** Messages are due and nobody sends them. */
        LATE,
        /** Claims have expired and nobody takes them back. */
        STUCK,
        /** There are e-mail gateways, and none can be used. */
        EMAIL
    }
}
