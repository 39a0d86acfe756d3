package org.bookbell.export.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one thread writes and another reads, some hundred kilobytes at a time. It ends once, complete or with a failure; a
 * writer that goes on after that is told so by an exception, whatever it made of earlier ones.
 */
final class Pipe {

    static final int CHUNK = 32 * 1024;
    static final int MOST_CHUNKS = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private final OutputStream in = new Writer();
    private boolean isEnded;
    private @Nullable Exception failure;

    /** Where the writing thread writes. */
    OutputStream in() {
        return in;
    }

    /** The writer has written all. */
    void complete() {
        end(null);
    }

    /** Whoever ends it first says how; whether that was this one. */
    boolean fail(Exception cause) {
        return end(cause);
    }

    private boolean end(@Nullable Exception cause) {
        lock.lock();
        try {
            var isFirst = !isEnded;
            if (isFirst) {
                isEnded = true;
                failure = cause;
                changed.signalAll();
            }
            return isFirst;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is full or has ended. */
    void awaitFullOrEnded() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!isEnded && chunks.size() < MOST_CHUNKS) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How it failed, if it has. */
    Optional<Exception> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes there are in all, where all of them are here. */
    Optional<Long> length() {
        lock.lock();
        try {
            return isEnded && failure == null
                    ? Optional.of(
                            chunks.stream().mapToLong(chunk -> chunk.length).sum())
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next bytes; empty at the end.
     *
     * @throws IOException if it failed, at once and whatever is still in it
     */
    Optional<byte[]> read() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (chunks.isEmpty() && !isEnded) {
                changed.await();
            }
            if (failure != null) {
                throw new IOException("the export failed", failure);
            }
            changed.signalAll();
            return Optional.ofNullable(chunks.poll());
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] chunk) throws IOException {
        lock.lock();
        try {
            while (chunks.size() >= MOST_CHUNKS && !isEnded) {
                changed.await();
            }
            if (isEnded) {
                throw new IOException("nobody reads this any more");
            }
            chunks.add(chunk);
            changed.signalAll();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("export was given up").initCause(interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Gathers single bytes to chunks. */
    private final class Writer extends OutputStream {

        private final byte[] buffer = new byte[CHUNK];
        private int filled;

        @Override
        public void write(int octet) throws IOException {
            if (filled == CHUNK) {
                push();
            }
            buffer[filled++] = (byte) octet;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            for (int from = offset; from < offset + length; ) {
                if (filled == CHUNK) {
                    push();
                }
                var taken = Math.min(CHUNK - filled, offset + length - from);
                System.arraycopy(bytes, from, buffer, filled, taken);
                filled += taken;
                from += taken;
            }
        }

        /** Only a full buffer goes on its way: many small chunks would count for as many full ones. */
        @Override
        public void flush() {}

        /** Hands over the rest. */
        @Override
        public void close() throws IOException {
            if (filled > 0) {
                push();
            }
        }

        private void push() throws IOException {
            var chunk = Arrays.copyOf(buffer, filled);
            filled = 0;
            Pipe.this.write(chunk);
        }
    }
}
