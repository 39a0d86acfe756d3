package org.bookbell.dispatch.reply;

/** What became of a reply. */
public enum Outcome {
    /** The address gets no more SMS. */
    OPTED_OUT,
    /** The address gets SMS again. */
    OPTED_IN,
    /** The appointment is confirmed. */
    CONFIRMED,
    /** The sender was told who sends and how to stop. */
    HELPED,
    /** Several organizations might be meant, so the sender got a link and nobody the text. */
    LINKED,
    /** Staff were told by e-mail. */
    TOLD,
    /** It is kept, and nobody was told: too many came from there, or nobody knows whose it is. */
    KEPT
}
