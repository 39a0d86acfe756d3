/**
 * When a reminder goes out and how long it is worth sending: pure arithmetic on instants, wall time and zones.
 *
 * <p>{@link org.bookbell.message.timing.Lead} says how long before, {@link org.bookbell.message.timing.QuietHours} moves
 * it earlier, {@link org.bookbell.message.timing.UsefulUntil} ends it. Knows nothing of rules, rows or recipients.
 */
@NullMarked
package org.bookbell.message.timing;

import org.jspecify.annotations.NullMarked;
