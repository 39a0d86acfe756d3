package org.bookbell.export.download;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** When a download must be done: it interrupts the two threads of one that is not, each only while it is still at it. */
final class Deadline {

    private @Nullable Thread writer;
    private @Nullable Thread reader;
    private @Nullable Future<?> alarm;
    private boolean isOver;

    synchronized void set(Future<?> alarm) {
        this.alarm = alarm;
    }

    synchronized void watchWriter(Thread thread) {
        writer = thread;
    }

    synchronized void forgetWriter() {
        writer = null;
    }

    /** One that comes after the end is not interrupted: the pipe tells it. */
    synchronized void watchReader(Thread thread) {
        reader = isOver ? null : thread;
    }

    /** The reader has all or gave up. It serves other requests afterwards, so that no interruption may stay with it. */
    synchronized void end() {
        if (reader != null && isOver) {
            Thread.interrupted();
        }
        reader = null;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** Whether anybody was still at it. */
    synchronized boolean pass() {
        isOver = true;
        if (writer != null) {
            writer.interrupt();
        }
        if (reader != null) {
            reader.interrupt();
        }
        return writer != null || reader != null;
    }
}
