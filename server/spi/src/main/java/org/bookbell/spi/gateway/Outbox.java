package org.bookbell.spi.gateway;

import java.time.Instant;
import java.util.List;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * An optional further type of a provider whose gateways deliver to nobody: it shows what they took, so that a page can play
 * the phones and mailboxes of a demonstration.
 */
public interface Outbox {

    /**
     * What the gateways of this provider took, newest first, at most {@code limit}; kept in memory only, across the
     * closing and opening of gateways. A copy; may be called by several threads at once.
     */
    List<Entry> list(int limit);

    /**
     * Plays a person who answers: the gateway gets {@code text} from {@code phone} for {@code sender}, as its provider would
     * bring it.
     *
     * @param gateway the account that took the message
     * @param phone the recipient of the message, who answers
     * @param sender the sender that the message showed
     * @param text what is answered
     * @return whether the account could pass it on; the default cannot
     */
    default boolean answer(String gateway, String phone, String sender, String text) {
        return false;
    }

    /**
     * One message as its recipient would see it.
     *
     * @param gateway the account that took it
     * @param to the recipient's address
     * @param from the sender as shown
     * @param subject the subject of an e-mail; empty for an SMS
     * @param text the text
     * @param acceptedAt when the gateway took it
     * @param state what it has reported of it by now; {@code BUFFERED} before its first receipt
     * @param attachments the files of an e-mail; often none
     */
    record Entry(
            String gateway,
            String to,
            String from,
            String subject,
            String text,
            Instant acceptedAt,
            Receipt.State state,
            List<Attachment> attachments) {

        public Entry {
            attachments = List.copyOf(attachments);
        }

        /** One without files. */
        public Entry(
                String gateway,
                String to,
                String from,
                String subject,
                String text,
                Instant acceptedAt,
                Receipt.State state) {
            this(gateway, to, from, subject, text, acceptedAt, state, List.of());
        }

        /** Shows the gateway only: the rest is personal. */
        @Override
        public String toString() {
            return "Entry[" + gateway + "]";
        }
    }
}
