package org.bookbell.booking.slot;

import java.time.Instant;
import java.util.Optional;

/**
 * Where an appointment shall move.
 *
 * @param start its new begin
 * @param staffId with whom from now on; empty for the same as before
 * @param version the version that the caller saw; empty if they do not care
 * @param offeredOnly whether the time must be one that is offered
 */
public record Move(Instant start, Optional<Long> staffId, Optional<Long> version, boolean offeredOnly) {}
