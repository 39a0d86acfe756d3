package org.bookbell.message;

/** Writes messages of the kind {@link MessageKind#AGENDA} just before they are sent; export implements it. */
public interface AgendaLetters {

    /**
     * The agenda that a message owes, as of now; called outside any transaction.
     *
     * @throws RuntimeException if it cannot be written, whatever gateway it goes through
     */
    AgendaLetter write(long organizationId, long messageId);
}
