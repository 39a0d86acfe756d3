package org.bookbell.clickatell.hook;

import java.time.Instant;
import java.util.Optional;

/**
 * The {@code timestamp} of an item: seconds since 1970 by the HTTP API, milliseconds by the others. Replies of the HTTP API
 * have a local time of South Africa, which is left.
 */
final class Moment {

    /** In the year 5138 as seconds, in 1973 as milliseconds. */
    private static final long FIRST_OF_MILLIS = 100_000_000_000L;

    private Moment() {}

    static Optional<Instant> find(Item item) {
        return item.find("timestamp")
                .filter(text -> text.matches("[1-9][0-9]{0,14}"))
                .map(Long::parseLong)
                .map(number -> number < FIRST_OF_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
}
