package org.bookbell.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bookbell.spi.gateway.Outbox;

/** The last {@value #KEPT} messages that the accounts of a provider took, newest first, and the files of the newest. */
final class TakenMessages {

    static final int KEPT = 1_000;
    /** A demonstration has little memory. */
    static final long MOST_BYTES_OF_FILES = 16 << 20;

    private final Deque<TakenMessage> newestFirst = new ArrayDeque<>();

    synchronized void add(TakenMessage message) {
        newestFirst.addFirst(message);
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
        if (message.bytesOfFiles() > 0) {
            forgetOldFiles();
        }
    }

    private void forgetOldFiles() {
        long bytes = 0;
        for (var message : newestFirst) {
            bytes += message.bytesOfFiles();
            if (bytes > MOST_BYTES_OF_FILES) {
                message.forgetFiles();
            }
        }
    }

    synchronized List<Outbox.Entry> list(int limit) {
        return newestFirst.stream()
                .limit(Math.max(0, limit))
                .map(TakenMessage::entry)
                .toList();
    }

    /** The messages of {@code gateway} whose fate is still to be reported. */
    synchronized List<TakenMessage> awaited(String gateway) {
        return newestFirst.stream()
                .filter(message -> message.isAwaited(gateway))
                .toList();
    }
}
