package org.bookbell.message.text;

import java.net.URI;
import java.util.Optional;

/**
 * A message in words.
 *
 * @param subject of an e-mail
 * @param text as it is sent: plain text, for SMS 1 to 1,600 characters
 * @param sender who it comes from
 * @param unsubscribe where one press ends further e-mail; only clients have such a page
 */
public record Rendered(Optional<String> subject, String text, Sender sender, Optional<URI> unsubscribe) {

    /** The organization as recipients see it. */
    public record Sender(String name, Optional<String> smsSender, Optional<String> email) {}

    /** Shows nothing: all of it is personal. */
    @Override
    public String toString() {
        return "Rendered[…]";
    }
}
