package org.bookbell.client.choice;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.client.Channel;

/**
 * That a client agreed to messages over a channel.
 *
 * @param wording the sentence that was agreed to
 * @param source where it was given
 * @param withdrawnAt when it ended, empty while it holds
 */
public record Consent(
        long id,
        long clientId,
        Channel channel,
        String wording,
        ConsentSource source,
        Instant givenAt,
        Optional<Instant> withdrawnAt) {}
