package org.bookbell.dispatch.forecast;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.message.ledger.LedgerEntry;

/**
 * A message and what would become of it.
 *
 * @param obstacle why it will not be sent as it stands; empty if it will be
 * @param movedFrom when it would be due if that were not in quiet hours
 */
public record ForecastLine(LedgerEntry message, Optional<Obstacle> obstacle, Optional<Instant> movedFrom) {

    /**
     * Why a message will not be sent.
     *
     * @param code for programs, as the ledger would have it
     * @param words for people
     */
    public record Obstacle(String code, String words) {}

    public boolean willBeSent() {
        return obstacle.isEmpty();
    }
}
