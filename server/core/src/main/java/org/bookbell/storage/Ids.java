package org.bookbell.storage;

import io.hypersistence.tsid.TSID;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes ids: 64-bit time-ordered TSIDs, unique across the nodes registered in the database. Outside they are written as
 * 13 characters of Crockford's base 32.
 */
public final class Ids {

    private static final int NODE_BITS = 10;
    /** What follows the milliseconds: the node and a counter. */
    private static final int RANDOM_BITS = 22;

    private final TSID.Factory factory;

    private Ids(TSID.Factory factory) {
        this.factory = factory;
    }

    public static Ids of(int node, Clock clock) {
        return new Ids(TSID.Factory.builder()
                .withNodeBits(NODE_BITS)
                .withNode(node)
                .withClock(clock)
                .build());
    }

    /** A new id, greater than all that this node made before. */
    public long next() {
        return factory.generate().toLong();
    }

    /** The least id that is made at {@code instant}, or later. */
    public static long firstAt(Instant instant) {
        return (instant.toEpochMilli() - TSID.TSID_EPOCH) << RANDOM_BITS;
    }

    /** {@code id} as it stands in addresses and JSON. */
    public static String text(long id) {
        return TSID.from(id).toString();
    }

    /** The id that {@code text} writes, or empty if it writes none. */
    public static Optional<Long> parse(String text) {
        return TSID.isValid(text) ? Optional.of(TSID.from(text).toLong()) : Optional.empty();
    }
}
