package org.bookbell.message;

import java.util.List;
import java.util.Optional;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * An agenda in words, with its papers.
 *
 * @param sender the organization, as the e-mail's sender shows it
 * @param replyTo where an answer goes, if not to the sender
 * @param attachments the files that could be made; the text says which could not
 */
public record AgendaLetter(
        String sender, Optional<String> replyTo, String subject, String text, List<Attachment> attachments) {

    public AgendaLetter {
        attachments = List.copyOf(attachments);
    }

    /** Shows nothing: all of it is personal. */
    @Override
    public String toString() {
        return "AgendaLetter[…]";
    }
}
