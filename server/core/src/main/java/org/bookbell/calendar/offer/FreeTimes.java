package org.bookbell.calendar.offer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bookbell.calendar.offer.slot.BookingWindow;
import org.bookbell.calendar.offer.slot.StaffTimes;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a stretch of time, whatever notice and window say: both move with the clock, so they are cut out of it
 * anew whenever they have moved over a slot. Start and staff are packed into one number, ordered by start.
 */
final class FreeTimes {

    private final Roster roster;
    private final Versions versions;
    private final List<Long> staffIds;
    private final long base;
    private final long[] packed;
    private final Instant holdExpiry;
    private volatile @Nullable Offer latest;

    /**
     * Takes what was found.
     *
     * @param startsOfStaff for each of {@code staffIds} the starts found, none before {@code base}
     * @param holdExpiry when the first of the holds that were taken as busy expires
     */
    FreeTimes(
            Roster roster,
            Versions versions,
            List<Long> staffIds,
            long base,
            List<long[]> startsOfStaff,
            Instant holdExpiry) {
        this.roster = roster;
        this.versions = versions;
        this.staffIds = staffIds;
        this.base = base;
        this.holdExpiry = holdExpiry;
        this.packed = packed(startsOfStaff);
    }

    private long[] packed(List<long[]> startsOfStaff) {
        long[] all = new long
                [startsOfStaff.stream().mapToInt(starts -> starts.length).sum()];
        int count = 0;
        for (int staff = 0; staff < startsOfStaff.size(); staff++) {
            for (long start : startsOfStaff.get(staff)) {
                all[count++] = (start - base) * startsOfStaff.size() + staff;
            }
        }
        Arrays.sort(all);
        return all;
    }

    /** Whether the answer still rests on what the database holds, holds that expire among it. */
    boolean isCurrent(Versions now, Instant at) {
        return versions.equals(now) && at.isBefore(holdExpiry);
    }

    Offer offerAt(Instant now) {
        Offer known = latest;
        if (known != null && known.isValidAt(now)) {
            return known;
        }
        Offer cut = cutAt(now);
        latest = cut;
        return cut;
    }

    private Offer cutAt(Instant now) {
        BookingWindow window = roster.windowAt(now);
        int first = firstNotBefore(window.earliestInclusive());
        int end = Math.max(first, firstNotBefore(window.latestExclusive()));
        Instant validUntil = earlier(holdExpiry, window.growsAt());
        if (first < end) {
            Instant vanishes = Instant.ofEpochSecond(start(first)).minus(roster.notice());
            validUntil = earlier(validUntil, vanishes.plusNanos(1));
        }
        return new Offer(this, first, end, now, validUntil);
    }

    private int firstNotBefore(Instant instant) {
        long wanted = (StaffTimes.ceiling(instant) - base) * Math.max(1, staffIds.size());
        int found = Arrays.binarySearch(packed, wanted);
        return found >= 0 ? found : -found - 1;
    }

    long start(int i) {
        return base + Math.floorDiv(packed[i], (long) staffIds.size());
    }

    int staffIndex(int i) {
        return Math.floorMod(packed[i], staffIds.size());
    }

    long staffId(int i) {
        return staffIds.get(staffIndex(i));
    }

    List<Long> staffIds() {
        return staffIds;
    }

    Roster roster() {
        return roster;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
