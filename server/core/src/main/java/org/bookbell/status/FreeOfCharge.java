package org.bookbell.status;

import java.time.Instant;
import java.util.Optional;

/**
 * A time that lasts and in which text messages of all organizations cost nothing.
 *
 * @param gateway over which; empty for any
 * @param until empty where nobody knows yet
 */
public record FreeOfCharge(Optional<String> gateway, Instant since, Optional<Instant> until) {}
