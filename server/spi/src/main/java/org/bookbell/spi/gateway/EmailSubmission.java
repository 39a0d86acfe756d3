package org.bookbell.spi.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One e-mail to submit.
 *
 * @param attemptId the server's id of this attempt, 13 characters of {@code 0-9A-Z}; a later attempt of the same message
 *     has another
 * @param to the recipient's address, an addr-spec of RFC 5322 without a display name, at most 254 characters
 * @param fromName the display name of the sender, whose address is the account's; any characters; empty for the
 *     account's own
 * @param replyTo the address where an answer should go, if not to the sender
 * @param subject one line; any characters
 * @param text the body as plain text; any characters; lines end with {@code \n}
 * @param unsubscribe an https address at which one POST ends further mail (RFC 8058), for {@code List-Unsubscribe}
 * @param attachments files to attach; often empty
 * @param validity how long from now the message is worth delivering; at least 1 s; few mail servers can be told
 */
public record EmailSubmission(
        String attemptId,
        String to,
        String fromName,
        Optional<String> replyTo,
        String subject,
        String text,
        Optional<URI> unsubscribe,
        List<Attachment> attachments,
        Duration validity) {

    public EmailSubmission {
        attachments = List.copyOf(attachments);
    }

    /** Shows the attempt only: the rest is personal. */
    @Override
    public String toString() {
        return "EmailSubmission[" + attemptId + "]";
    }

    /**
     * A file to attach.
     *
     * @param name the file's name with its extension, without a folder
     * @param mediaType such as {@code text/calendar; charset=utf-8}
     * @param content the bytes; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, String mediaType, byte[] content) {}
}
