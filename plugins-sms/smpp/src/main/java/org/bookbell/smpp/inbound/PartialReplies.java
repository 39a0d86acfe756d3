package org.bookbell.smpp.inbound;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.smpp.text.PartHeader;

/**
 * Long replies of which some parts are still to come, at most {@value #MOST} of them. Safe for threads.
 */
final class PartialReplies {

    private static final int MOST = 200;

    private final Map<LongReply, TreeMap<Integer, byte[]>> open = new LinkedHashMap<>();

    /** Which reply a part belongs to. */
    record LongReply(String from, String to, int reference, int total) {}

    /**
     * Adds a part, and answers the octets of all parts together once none is missing. They stay until {@link #forget}, so
     * that what could not be stored can come again.
     */
    synchronized Optional<byte[]> add(LongReply key, PartHeader header, byte[] octets) {
        if (open.size() >= MOST && !open.containsKey(key)) {
            open.remove(open.keySet().iterator().next());
        }
        var parts = open.computeIfAbsent(key, unused -> new TreeMap<>());
        parts.put(header.number(), octets);
        return parts.size() == key.total() ? Optional.of(joined(parts)) : Optional.empty();
    }

    /** What has come of a reply that is not complete by now; empty if it was in the meantime. */
    synchronized Optional<byte[]> find(LongReply key) {
        return Optional.ofNullable(open.get(key)).map(PartialReplies::joined);
    }

    synchronized void forget(LongReply key) {
        open.remove(key);
    }

    private static byte[] joined(Map<Integer, byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.values().forEach(all::writeBytes);
        return all.toByteArray();
    }
}
