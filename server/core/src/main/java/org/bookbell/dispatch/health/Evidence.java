package org.bookbell.dispatch.health;

import java.time.Instant;

/**
 * What became of one attempt.
 *
 * @param destination see {@link Destination}
 * @param isMiss whether it was not delivered: the receipt says so, or none came in time
 * @param isCanary whether it was sent only to see whether it arrives
 * @param decidedAt when that was known
 */
public record Evidence(
        long attemptId, String destination, Instant submittedAt, boolean isMiss, boolean isCanary, Instant decidedAt) {}
