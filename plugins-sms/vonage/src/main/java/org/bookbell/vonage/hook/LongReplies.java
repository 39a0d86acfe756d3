package org.bookbell.vonage.hook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.vonage.hook.InboundMessage.Place;

/**
 * Joins long replies, of which each part comes by a call of its own, on any node. They are remembered for a while, so that a
 * repeated call means the same. What is not whole by then is passed on as it is: a part may have gone to another node.
 *
 * <p>Safe for threads. One daemon thread.
 */
public final class LongReplies implements AutoCloseable {

    private static final Logger LOG = System.getLogger(LongReplies.class.getName());
    private static final int MOST = 200;

    private final Map<LongReply, SortedMap<Integer, Reply>> some = new HashMap<>();
    private final ReceiptListener listener;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor thread;

    /**
     * Waits for nothing yet.
     *
     * @param listener gets what is not whole
     * @param patience after which a part that is missing will not come
     * @param name of the thread
     */
    public LongReplies(ReceiptListener listener, Duration patience, String name) {
        this.listener = listener;
        this.patience = patience;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private record LongReply(String from, String to, String reference, int total) {

        static LongReply of(Place place) {
            return new LongReply(place.from(), place.to(), place.reference(), place.total());
        }
    }

    /** The whole reply, once {@code message} is one or completes one. */
    Optional<Reply> add(InboundMessage message) {
        return message.place().isEmpty()
                ? Optional.of(message.reply())
                : add(message.place().get(), message.reply());
    }

    private synchronized Optional<Reply> add(Place place, Reply part) {
        var key = LongReply.of(place);
        var parts = some.get(key);
        if (parts == null) {
            if (some.size() >= MOST || thread.isShutdown()) {
                return Optional.of(part);
            }
            parts = new TreeMap<>();
            some.put(key, parts);
            endLater(key);
        }
        parts.put(place.number(), part);
        return parts.size() == key.total() ? Optional.of(joined(parts.values())) : Optional.empty();
    }

    private void endLater(LongReply key) {
        var unused = thread.schedule(() -> end(key), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets one; passes it on before if it is not whole. */
    private void end(LongReply key) {
        try {
            findIncomplete(key).ifPresent(listener::receiveReply);
            forget(key);
        } catch (RuntimeException notStored) {
            LOG.log(Level.WARNING, "A part of a long reply could not be stored; it is tried again.", notStored);
            endLater(key);
        }
    }

    private synchronized Optional<Reply> findIncomplete(LongReply key) {
        return Optional.ofNullable(some.get(key))
                .filter(parts -> parts.size() < key.total())
                .map(parts -> joined(parts.values()));
    }

    private synchronized void forget(LongReply key) {
        some.remove(key);
    }

    private synchronized List<LongReply> keys() {
        return List.copyOf(some.keySet());
    }

    private static Reply joined(Collection<Reply> parts) {
        var first = parts.iterator().next();
        return new Reply(
                first.from(),
                first.to(),
                all(parts, Reply::text, ""),
                first.providerMessageId(),
                first.occurredAt(),
                all(parts, Reply::raw, "\n"));
    }

    private static String all(Collection<Reply> parts, Function<Reply, String> words, String between) {
        return parts.stream().map(words).collect(Collectors.joining(between));
    }

    /** Passes on what is left, in the calling thread. */
    @Override
    public void close() {
        thread.shutdownNow();
        for (var key : keys()) {
            try {
                findIncomplete(key).ifPresent(listener::receiveReply);
            } catch (RuntimeException notStored) {
                LOG.log(Level.ERROR, "A part of a long reply could not be stored; it is lost.", notStored);
            }
            forget(key);
        }
    }
}
