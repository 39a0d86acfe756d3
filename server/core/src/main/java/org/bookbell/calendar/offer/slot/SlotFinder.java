package org.bookbell.calendar.offer.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bookbell.calendar.hours.TimeSlot;

/**
 * Finds the slots of one calendar for one service: hours become ranges, blocks add to them and remove from them, busy
 * time is left out, and what remains is cut on the service's grid.
 *
 * <p>Starts lie on a grid that begins anew at each range's start and goes in elapsed time; a block or an appointment in
 * the middle does not move it. A slot lies within hours that follow one another without a break; it and the gap after it
 * are free of busy time, and the gap alone may reach beyond the hours. Pure: the same input gives the same slots, past
 * and future; notice and window are applied by the caller.
 */
public final class SlotFinder {
    private final long duration;
    private final long occupied;
    private final long step;

    public SlotFinder(SlotRules rules) {
        duration = rules.duration().toSeconds();
        occupied = duration + rules.gapAfter().toSeconds();
        step = rules.step().toSeconds();
    }

    /** The slots that start within the range, in order. */
    public List<TimeSlot> find(StaffTimes times, TimeSlot range) {
        long from = StaffTimes.ceiling(range.startInclusive());
        long to = StaffTimes.ceiling(range.endExclusive());
        return Arrays.stream(find(times, from, to))
                .mapToObj(start -> TimeSlot.of(Instant.ofEpochSecond(start), Duration.ofSeconds(duration)))
                .toList();
    }

    /** The starts in {@code [from, to)} as epoch seconds, in order. */
    public long[] find(StaffTimes times, long from, long to) {
        Spans ranges = times.ranges(from, to);
        Search search = new Search(times.removed(), times.busy());
        for (int i = ranges.firstEndingAfter(from); i < ranges.size() && ranges.start(i) < to; i++) {
            search.cut(ranges.start(i), Math.min(ranges.end(i), to), ranges.unbrokenEnd(i), from);
        }
        return search.found();
    }

    /** One pass over the ranges of a calendar, beside them one over what is removed and one over what is busy. */
    private final class Search {
        private final Spans removed;
        private final Spans busy;
        private int nextRemoved;
        private int nextBusy;
        private long[] found = new long[256];
        private int count;

        Search(Spans removed, Spans busy) {
            this.removed = removed;
            this.busy = busy;
        }

        void cut(long rangeStart, long startsBefore, long openUntil, long from) {
            long start = onGrid(rangeStart, from);
            while (start < startsBefore && start + duration <= openUntil) {
                nextRemoved = skip(removed, nextRemoved, start);
                nextBusy = skip(busy, nextBusy, start);
                if (begins(removed, nextRemoved, start + duration)) {
                    start = onGrid(rangeStart, removed.end(nextRemoved));
                } else if (begins(busy, nextBusy, start + occupied)) {
                    start = onGrid(rangeStart, busy.end(nextBusy));
                } else {
                    add(start);
                    start += step;
                }
            }
        }

        private int skip(Spans spans, int next, long start) {
            int i = next;
            while (i < spans.size() && spans.end(i) <= start) {
                i++;
            }
            return i;
        }

        private boolean begins(Spans spans, int i, long before) {
            return i < spans.size() && spans.start(i) < before;
        }

        /** The first start of the grid that is not before the instant. */
        private long onGrid(long gridStart, long instant) {
            long steps = Math.max(0, Math.floorDiv(instant - gridStart + step - 1, step));
            return gridStart + steps * step;
        }

        private void add(long start) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = start;
        }

        long[] found() {
            return Arrays.copyOf(found, count);
        }
    }
}
