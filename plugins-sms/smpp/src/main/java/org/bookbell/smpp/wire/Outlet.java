package org.bookbell.smpp.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Writes PDUs in the order in which they come, from any threads. Whoever finds nobody writing writes what has gathered; the
 * others leave theirs and go on, so that no thread waits behind another one for a connection that is stuck.
 */
final class Outlet {

    private static final int AT_ONCE = 32 * 1024;

    private final OutputStream out;
    private final Queue<Letter> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long sinceNanos;

    Outlet(OutputStream out) {
        this.out = out;
    }

    /**
     * What is to be written.
     *
     * @param begin is asked right before, and says whether it still should be
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Letter(byte[] pdu, BooleanSupplier begin) {}

    /**
     * Writes {@code pdu}, or leaves it to whoever is writing.
     *
     * @param begin is asked right before it is written, by whichever thread, and says whether it still should be
     */
    void send(byte[] pdu, BooleanSupplier begin) throws IOException {
        queue.add(new Letter(pdu, begin));
        // whoever leaves something while another one is about to stop is seen by that one, once it has stopped
        while (!queue.isEmpty() && writing.tryLock()) {
            try {
                writeAll();
            } finally {
                sinceNanos = 0;
                writing.unlock();
            }
        }
    }

    private void writeAll() throws IOException {
        var some = new ByteArrayOutputStream(512);
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            if (next.begin().getAsBoolean()) {
                some.writeBytes(next.pdu());
            }
            if (queue.isEmpty() || some.size() > AT_ONCE) {
                sinceNanos = System.nanoTime();
                some.writeTo(out);
                some.reset();
            }
        }
    }

    /** Whether a write has been going on for longer than {@code limit}: then nobody reads at the other end. */
    boolean isStuck(Duration limit) {
        var since = sinceNanos;
        return since != 0 && System.nanoTime() - since > limit.toNanos();
    }
}
