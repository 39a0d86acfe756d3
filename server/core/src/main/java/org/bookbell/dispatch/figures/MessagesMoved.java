package org.bookbell.dispatch.figures;

import org.bookbell.client.Channel;

/** So many messages over a channel met a fate. */
public record MessagesMoved(Channel channel, Fate fate, long count) implements Figure {

    /** What is counted of a message; one that is sent meets another fate later. */
    public enum Fate {
        /** A gateway took it. */
        SENT,
        DELIVERED,
        UNDELIVERED,
        /** No word of it came in time. */
        UNKNOWN,
        /** It was put on the call list. */
        CALLED
    }
}
