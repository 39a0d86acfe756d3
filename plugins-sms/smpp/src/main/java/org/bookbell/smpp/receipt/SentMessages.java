package org.bookbell.smpp.receipt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers which ids the message center gave to which parts of which attempts: the last 50,000 of an account, for as long
 * as the process lives. Safe for threads.
 */
public final class SentMessages {

    private static final int MOST = 50_000;

    private final MessageIds ids;
    private final Map<String, Part> parts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Part> eldest) {
            return size() > MOST;
        }
    };
    private final AtomicInteger longOnes = new AtomicInteger();

    public SentMessages(MessageIds ids) {
        this.ids = ids;
    }

    /** A part of an attempt, and the id under which it is known. */
    record Part(SentMessage message, int number, String id) {}

    /** Begins an attempt of so many parts. */
    public SentMessage begin(String attemptId, int parts) {
        var message = new SentMessage(attemptId, parts);
        if (message.isLong()) {
            longOnes.incrementAndGet();
        }
        return message;
    }

    /** Ends what {@link #begin} began, whatever came of it; its parts stay known. */
    public void end(SentMessage message) {
        if (message.isLong()) {
            longOnes.decrementAndGet();
        }
    }

    /**
     * Notes that the message center took part {@code number} under {@code answered}, and answers the id to tell the server.
     * A message of one part whose receipts can be told by their id alone need not be kept.
     */
    public String took(SentMessage message, int number, String answered) {
        var id = ids.told(answered);
        if (message.isLong() || ids.isLearning()) {
            remember(new Part(message, number, id));
        }
        return id;
    }

    /** The same where the server was told nothing, so that receipts must name the attempt. */
    void tookLate(SentMessage message, int number, String answered) {
        remember(new Part(message, number, ids.told(answered)));
    }

    private void remember(Part part) {
        synchronized (parts) {
            parts.put(part.id(), part);
        }
    }

    /** The part that {@code report} is about. */
    Optional<Part> find(StatusReport report) {
        var found =
                ids.candidates(report).stream().flatMap(id -> get(id).stream()).findFirst();
        found.ifPresent(part -> ids.note(report, part.id()));
        return found;
    }

    private Optional<Part> get(String id) {
        synchronized (parts) {
            return Optional.ofNullable(parts.get(id));
        }
    }

    /** The id that the server was told, as far as can be said of a part that is not known. */
    String guess(StatusReport report) {
        return ids.guess(report);
    }

    /** Whether the parts of some long message are on their way, so that a receipt may be faster than an answer. */
    boolean isSendingLongOnes() {
        return longOnes.get() > 0;
    }
}
