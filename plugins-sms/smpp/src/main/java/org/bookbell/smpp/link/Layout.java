package org.bookbell.smpp.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which binds an account has.
 *
 * @param window how many requests may wait for an answer, on each bind
 */
public record Layout(List<BindKind> kinds, int window) {

    public Layout {
        kinds = List.copyOf(kinds);
    }

    public static Layout ofTransceivers(int count, int window) {
        return new Layout(Collections.nCopies(count, BindKind.TRANSCEIVER), window);
    }

    /** As many of both. */
    public static Layout ofPairs(int count, int window) {
        var kinds = new ArrayList<>(Collections.nCopies(count, BindKind.TRANSMITTER));
        kinds.addAll(Collections.nCopies(count, BindKind.RECEIVER));
        return new Layout(kinds, window);
    }
}
