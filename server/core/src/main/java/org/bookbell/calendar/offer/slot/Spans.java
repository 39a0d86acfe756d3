package org.bookbell.calendar.offer.slot;

import java.util.Arrays;

/** Half-open spans of epoch seconds, ordered and without overlap, in one array: the pipeline's working form. */
public final class Spans {
    static final Spans NONE = new Spans(new long[0]);

    private final long[] bounds;

    private Spans(long[] bounds) {
        this.bounds = bounds;
    }

    public int size() {
        return bounds.length / 2;
    }

    public long start(int i) {
        return bounds[2 * i];
    }

    public long end(int i) {
        return bounds[2 * i + 1];
    }

    /** The end of the stretch without a break that this span begins or belongs to. */
    public long unbrokenEnd(int i) {
        int last = i;
        while (last + 1 < size() && start(last + 1) == end(last)) {
            last++;
        }
        return end(last);
    }

    /** The first span that ends after the instant, {@link #size()} if there is none. */
    public int firstEndingAfter(long second) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (end(middle) > second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    boolean overlaps(long start, long end) {
        int i = firstEndingAfter(start);
        return i < size() && start(i) < end;
    }

    /** Adds to the builder what of {@code [start, end)} these spans leave uncovered. */
    void addUncovered(long start, long end, Builder uncovered) {
        long from = start;
        for (int i = firstEndingAfter(start); i < size() && start(i) < end; i++) {
            uncovered.add(from, start(i));
            from = end(i);
        }
        uncovered.add(from, end);
    }

    public static final class Builder {
        private long[] bounds = new long[64];
        private int length;
        private boolean sorted = true;

        /** Adds a span; an empty one is left out. */
        public Builder add(long start, long end) {
            if (start < end) {
                if (length == bounds.length) {
                    bounds = Arrays.copyOf(bounds, 2 * length);
                }
                sorted &= length == 0 || bounds[length - 2] <= start;
                bounds[length++] = start;
                bounds[length++] = end;
            }
            return this;
        }

        Builder addAll(Spans spans) {
            for (int i = 0; i < spans.size(); i++) {
                add(spans.start(i), spans.end(i));
            }
            return this;
        }

        /** The spans with overlaps cut off the later one; spans that touch stay two. */
        public Spans clipped() {
            sort();
            Builder clipped = new Builder();
            long covered = Long.MIN_VALUE;
            for (int i = 0; i < length; i += 2) {
                clipped.add(Math.max(bounds[i], covered), bounds[i + 1]);
                covered = Math.max(covered, bounds[i + 1]);
            }
            return new Spans(Arrays.copyOf(clipped.bounds, clipped.length));
        }

        private void sort() {
            if (!sorted) {
                long[][] pairs = new long[length / 2][];
                Arrays.setAll(pairs, i -> new long[] {bounds[2 * i], bounds[2 * i + 1]});
                Arrays.sort(pairs, (a, b) -> Long.compare(a[0], b[0]));
                for (int i = 0; i < pairs.length; i++) {
                    bounds[2 * i] = pairs[i][0];
                    bounds[2 * i + 1] = pairs[i][1];
                }
                sorted = true;
            }
        }
    }
}
