package org.bookbell.storage;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Work that a scheduler repeats. Schedulers drop for ever what threw once, so nothing leaves it, an error no more than an
 * exception: the first of several failures in a row is logged, and the next turn tries again.
 */
public final class Steady implements Runnable {

    private static final Logger LOG = System.getLogger(Steady.class.getName());

    private final String what;
    private final Runnable work;
    private boolean failing;

    private Steady(String what, Runnable work) {
        this.what = what;
        this.work = work;
    }

    /**
     * Makes it steady.
     *
     * @param what begins the sentence in the log
     */
    public static Runnable of(String what, Runnable work) {
        return new Steady(what, work);
    }

    @Override
    public void run() {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException | Error failure) {
            failing = failing || isTold(failure);
        }
    }

    /** What breaks everything breaks the log, too; then the next turn tells it. */
    private boolean isTold(Throwable failure) {
        try {
            LOG.log(Level.ERROR, what + " failed; the next turn tries again.", failure);
            return true;
        } catch (RuntimeException | Error mute) {
            return false;
        }
    }
}
