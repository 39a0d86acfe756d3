package org.bookbell.smpp;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.smpp.link.Access;
import org.bookbell.smpp.link.Layout;
import org.bookbell.smpp.receipt.MessageIds;
import org.bookbell.smpp.receipt.SentMessages;
import org.bookbell.smpp.text.Address;
import org.bookbell.smpp.text.DefaultAlphabet;
import org.bookbell.smpp.text.Joining;

/**
 * One account at a message center.
 *
 * @param perSecond how many requests a second it may hold; 0 for no limit
 * @param messageIds how receipts spell ids, as the setting says it
 */
record Account(Access access, Layout layout, int perSecond, Style style, Abilities abilities, String messageIds) {

    /**
     * How messages are written.
     *
     * @param serviceType as the message center asks for it (SMPP 3.4, 5.2.11); often empty
     */
    record Style(String serviceType, DefaultAlphabet alphabet, Joining joining, Sender sender) {}

    /**
     * Whom messages come from.
     *
     * @param fallback where a message names nobody; empty for the account's own
     * @param type the TON, where it does not follow from the sender's kind
     * @param plan the NPI, likewise
     */
    record Sender(String fallback, Optional<Byte> type, Optional<Byte> plan) {

        /** The address of a message from {@code sender}; empty for one that SMPP cannot carry. */
        Optional<Address> addressOf(Optional<String> sender) {
            return Address.ofSender(sender.orElse(fallback)).map(address -> address.as(type, plan));
        }
    }

    /** What the account asks of the message center, or is told that it has. */
    record Abilities(boolean receipts, boolean validity, boolean replies) {}

    /** How long the answers to all parts of a message are waited for. */
    Duration answerWithin() {
        return access.timing().response();
    }

    SentMessages newMemory() {
        return new SentMessages(MessageIds.of(messageIds));
    }
}
