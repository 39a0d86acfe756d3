package org.bookbell.export.feed.edition;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.bookbell.export.feed.Feed;
import org.bookbell.storage.transaction.ReadModel;

/**
 * Editions as they were a moment ago: of many who ask for the same feed at once, one asks the database and the others wait
 * for it.
 */
@ReadModel
public class RecentEditions {

    /** Shorter than anybody who changes something needs to look whether it shows. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    private static final int MOST = 1_000;
    private static final int LOCKS = 64;

    private final Editions editions;
    private final Map<Long, Seen> recent = new ConcurrentHashMap<>();
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    private record Seen(Edition edition, int version, long nanos) {

        boolean isOf(Feed feed) {
            return version == feed.version() && System.nanoTime() - nanos < MOMENT.toNanos();
        }
    }

    @Inject
    public RecentEditions(Editions editions) {
        this.editions = editions;
    }

    public Edition current(Feed feed) {
        return find(feed).orElseGet(() -> readAnew(feed));
    }

    private Optional<Edition> find(Feed feed) {
        return Optional.ofNullable(recent.get(feed.id()))
                .filter(seen -> seen.isOf(feed))
                .map(Seen::edition);
    }

    private Edition readAnew(Feed feed) {
        var lock = locks[(int) Math.floorMod(feed.id(), (long) LOCKS)];
        lock.lock();
        try {
            return find(feed).orElseGet(() -> read(feed));
        } finally {
            lock.unlock();
        }
    }

    private Edition read(Feed feed) {
        var begin = System.nanoTime();
        var edition = editions.current(feed);
        if (recent.size() >= MOST) {
            recent.clear();
        }
        recent.put(feed.id(), new Seen(edition, feed.version(), begin));
        return edition;
    }
}
