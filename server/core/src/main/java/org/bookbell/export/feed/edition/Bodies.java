package org.bookbell.export.feed.edition;

import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.bookbell.export.feed.Feed;
import org.bookbell.storage.transaction.ReadModel;
import org.jspecify.annotations.Nullable;

/**
 * The texts of feeds. One is whole before its first byte leaves, so that a failure midway is an error and never a short
 * calendar; it is kept by its edition while there is room, and written again where there is none.
 */
@ReadModel
public class Bodies {

    private static final int ROOM = 8 << 20;
    private static final int LONGEST_KEPT = 1 << 20;

    private final FeedText text;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long size;

    private record Kept(String tag, Body body) {}

    @Inject
    public Bodies(FeedText text) {
        this.text = text;
    }

    /** The text of that edition. */
    public Body get(Feed feed, Edition edition) {
        var known = find(feed.id(), edition.tag());
        if (known != null) {
            return known;
        }
        var body = write(feed, edition);
        if (body.size() <= LONGEST_KEPT) {
            keep(feed.id(), new Kept(edition.tag(), body));
        }
        return body;
    }

    private Body write(Feed feed, Edition edition) {
        var zipped = new ByteArrayOutputStream();
        try {
            var counting = new Counting(new GZIPOutputStream(zipped));
            try (var out = new BufferedOutputStream(counting)) {
                text.write(feed, edition.window(), out);
            }
            return new Body(zipped, counting.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private @Nullable Body find(long feedId, String tag) {
        lock.lock();
        try {
            var found = kept.get(feedId);
            return found != null && found.tag().equals(tag) ? found.body() : null;
        } finally {
            lock.unlock();
        }
    }

    private void keep(long feedId, Kept added) {
        lock.lock();
        try {
            forget(kept.put(feedId, added));
            size += added.body().size();
            for (var oldest = kept.values().iterator(); size > ROOM; ) {
                forget(oldest.next());
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    private void forget(@Nullable Kept gone) {
        size -= gone == null ? 0 : gone.body().size();
    }

    /** Counts what passes. */
    private static final class Counting extends OutputStream {

        private final OutputStream to;
        private long length;

        Counting(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int octet) throws IOException {
            to.write(octet);
            length++;
        }

        @Override
        public void write(byte[] octets, int begin, int count) throws IOException {
            to.write(octets, begin, count);
            length += count;
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
