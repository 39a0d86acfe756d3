package org.bookbell.calendar.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bookbell.calendar.hours.TimeSlot;

/**
 * What is offered, at a moment: an immutable answer that many requests may share. Whoever turns it into something else,
 * JSON for example, may leave that with it by {@link #rendering}; it is then made once, and forgotten with the answer.
 */
public final class Offer {

    /** Takes one start after the other. */
    @FunctionalInterface
    public interface StartVisitor {

        /**
         * One start.
         *
         * @param epochSecond when the slot starts
         * @param staffIds with whom it may be booked, in the order of the organization's list; never empty
         */
        void visit(long epochSecond, List<Long> staffIds);
    }

    private final FreeTimes times;
    private final int first;
    private final int end;
    private final Instant madeAt;
    private final Instant validUntil;
    private final Map<Class<?>, Object> renderings = new ConcurrentHashMap<>();

    Offer(FreeTimes times, int first, int end, Instant madeAt, Instant validUntil) {
        this.times = times;
        this.first = first;
        this.end = end;
        this.madeAt = madeAt;
        this.validUntil = validUntil;
    }

    public boolean isEmpty() {
        return first == end;
    }

    /** How long each slot is. */
    public Duration duration() {
        return times.roster().rules().duration();
    }

    /** Whether the service is offered to strangers, too. */
    public boolean isOnline() {
        return times.roster().isOnline();
    }

    /** The organization's zone. */
    public ZoneId zone() {
        return times.roster().zone();
    }

    /** When time alone will have changed the answer; a booking may change it at any moment before. */
    public Instant validUntil() {
        return validUntil;
    }

    /** Every slot, ordered by start, then by staff. */
    public List<OfferedSlot> slots() {
        List<OfferedSlot> slots = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            slots.add(new OfferedSlot(times.staffId(i), slot(times.start(i))));
        }
        return slots;
    }

    /** Every start once, with the staff who are free then. */
    public List<FreeStart> starts() {
        List<FreeStart> starts = new ArrayList<>();
        forEachStart((second, staffIds) -> starts.add(new FreeStart(slot(second), staffIds)));
        return starts;
    }

    /** The cheap way to {@link #starts()}: equal lists of staff are one object. */
    public void forEachStart(StartVisitor visitor) {
        Map<BitSet, List<Long>> lists = new HashMap<>();
        BitSet free = new BitSet();
        int i = first;
        while (i < end) {
            long start = times.start(i);
            free.clear();
            while (i < end && times.start(i) == start) {
                free.set(times.staffIndex(i));
                i++;
            }
            visitor.visit(start, listOf(free, lists));
        }
    }

    /**
     * What {@code renderer} makes of this offer: made at the first call, kept as long as the offer is.
     *
     * @param kind tells renderings apart
     */
    public <T> T rendering(Class<T> kind, Function<Offer, T> renderer) {
        return kind.cast(renderings.computeIfAbsent(kind, key -> renderer.apply(this)));
    }

    boolean isValidAt(Instant now) {
        return !now.isBefore(madeAt) && now.isBefore(validUntil);
    }

    private List<Long> listOf(BitSet free, Map<BitSet, List<Long>> lists) {
        List<Long> known = lists.get(free);
        if (known == null) {
            known = free.stream().mapToObj(times.staffIds()::get).toList();
            lists.put((BitSet) free.clone(), known);
        }
        return known;
    }

    private TimeSlot slot(long second) {
        return TimeSlot.of(Instant.ofEpochSecond(second), duration());
    }
}
