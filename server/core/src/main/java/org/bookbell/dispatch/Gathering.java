package org.bookbell.dispatch;

import java.util.concurrent.TimeUnit;

/** A moment in which work gathers that nobody waits for: done together, much of it costs little more than one piece. */
public final class Gathering {

    private static final long MOMENT_MILLIS = 50;

    private Gathering() {}

    /** Waits for that moment, or shorter where the thread is interrupted, which it stays. */
    public static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
