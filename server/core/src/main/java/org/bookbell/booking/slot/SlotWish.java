package org.bookbell.booking.slot;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.booking.BookingSource;

/**
 * A slot that somebody wants: what is common to holding and booking it.
 *
 * @param staffId with whom; empty for whoever is free
 * @param start when it begins
 * @param source which way it came in
 * @param offeredOnly whether the time must be one that is offered; the desk may take any that is free
 */
public record SlotWish(
        long serviceId, Optional<Long> staffId, Instant start, BookingSource source, boolean offeredOnly) {}
