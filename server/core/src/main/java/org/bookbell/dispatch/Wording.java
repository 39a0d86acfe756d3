package org.bookbell.dispatch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * A message in words.
 *
 * @param sender what an SMS shows as its sender; empty for the account's own
 * @param senderName the display name of an e-mail's sender
 * @param replyTo where an answer to an e-mail goes, if not to the sender
 * @param subject of an e-mail; empty for an SMS
 * @param unsubscribe where one press ends further e-mail
 * @param attachments of an e-mail; mostly none
 */
record Wording(
        Optional<String> sender,
        String senderName,
        Optional<String> replyTo,
        String subject,
        String text,
        Optional<URI> unsubscribe,
        List<Attachment> attachments) {

    /** Shows nothing: all of it is personal. */
    @Override
    public String toString() {
        return "Wording[]";
    }
}
