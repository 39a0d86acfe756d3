package org.bookbell.export.busy.ical.line;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What one reading may cost; whoever is about to spend says at which line. Time is the processor's, so that a busy machine
 * refuses no calendar.
 */
public final class Budget {

    private static final int EVENTS = 20_000;
    private static final int TIMES = 50_000;
    private static final int STEPS = 2_000_000;
    private static final Duration WHOLE = Duration.ofSeconds(10);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long endNanos;
    private int events = EVENTS;
    private int times = TIMES;
    private int steps = STEPS;

    public Budget() {
        this(WHOLE);
    }

    public Budget(Duration time) {
        this.endNanos = THREADS.getCurrentThreadCpuTime() + time.toNanos();
    }

    /** One more event. */
    public void event(int line) throws UnreadableCalendar {
        if (--events < 0) {
            throw new UnreadableCalendar(line, "there are more than " + EVENTS + " events");
        }
        check(line);
    }

    /** One more busy time. */
    public void time(int line) throws UnreadableCalendar {
        if (--times < 0) {
            throw new UnreadableCalendar(line, "there are more than " + TIMES + " busy times within the next months");
        }
    }

    /** One more time that a rule names, whether it matters or not. */
    public void step(int line) throws UnreadableCalendar {
        if (--steps < 0) {
            throw new UnreadableCalendar(line, "events repeat too often to be followed");
        }
        if (steps % 1024 == 0) {
            check(line);
        }
    }

    /** That there is time left. */
    public void check(int line) throws UnreadableCalendar {
        if (THREADS.getCurrentThreadCpuTime() - endNanos > 0) {
            throw new UnreadableCalendar(line, "reading takes too long");
        }
    }
}
