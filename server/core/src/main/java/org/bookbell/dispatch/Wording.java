package org.bookbell.dispatch;

import java.net.URI;
import java.util.Optional;

/**
 * A message in words.
 *
 * @param sender what an SMS shows as its sender; empty for the account's own
 * @param senderName the display name of an e-mail's sender
 * @param replyTo where an answer to an e-mail goes, if not to the sender
 * @param subject of an e-mail; empty for an SMS
 * @param unsubscribe where one press ends further e-mail
 */
record Wording(
        Optional<String> sender,
        String senderName,
        Optional<String> replyTo,
        String subject,
        String text,
        Optional<URI> unsubscribe) {

    /** Shows nothing: all of it is personal. */
    @Override
    public String toString() {
        return "Wording[]";
    }
}
