package org.bookbell.spi.export;

import java.time.Duration;
import java.util.Optional;

/**
 * How a calendar that somebody subscribes to shall show itself. Formats that nobody subscribes to need not heed it.
 *
 * @param color the name of a color as CSS has it, such as {@code teal}
 * @param alarm how long before each appointment the subscriber's own program reminds of it; empty for never
 * @param refresh how often a subscriber should ask again
 */
public record Subscription(String color, Optional<Duration> alarm, Duration refresh) {}
