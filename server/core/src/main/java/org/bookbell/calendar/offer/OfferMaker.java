package org.bookbell.calendar.offer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.offer.OfferReader.Block;
import org.bookbell.calendar.offer.OfferReader.Busy;
import org.bookbell.calendar.offer.Roster.Member;
import org.bookbell.calendar.offer.slot.SlotFinder;
import org.bookbell.calendar.offer.slot.Spans;
import org.bookbell.calendar.offer.slot.StaffTimes;

/** Makes free times of what the database holds. */
@Dependent
class OfferMaker {

    private final OfferReader reader;

    @Inject
    OfferMaker(OfferReader reader) {
        this.reader = reader;
    }

    /** The free times of these members that start within the range; holds that expired by {@code now} do not count. */
    FreeTimes make(Roster roster, Versions versions, List<Member> members, Instant from, Instant to, Instant now) {
        List<Long> ids = members.stream().map(Member::id).toList();
        Map<Long, Exceptions> exceptions = new HashMap<>();
        ids.forEach(id -> exceptions.put(id, new Exceptions()));
        Instant holdExpiry = Instant.MAX;
        if (!ids.isEmpty()) {
            readBlocks(ids, from, to.plus(roster.rules().duration()), exceptions);
            holdExpiry = readBusy(ids, from, to.plus(occupied(roster)), now, exceptions);
        }
        SlotFinder finder = new SlotFinder(roster.rules());
        long base = StaffTimes.ceiling(from);
        List<long[]> starts = new ArrayList<>();
        for (Member member : members) {
            StaffTimes times = of(member, exceptions);
            starts.add(finder.find(times, base, StaffTimes.ceiling(to)));
        }
        return new FreeTimes(roster, versions, ids, base, starts, holdExpiry);
    }

    /** The times of one member without what is busy. */
    StaffTimes openTimes(Member member, Instant from, Instant to) {
        Map<Long, Exceptions> exceptions = new HashMap<>();
        exceptions.put(member.id(), new Exceptions());
        readBlocks(List.of(member.id()), from, to, exceptions);
        return of(member, exceptions);
    }

    private void readBlocks(List<Long> ids, Instant from, Instant to, Map<Long, Exceptions> exceptions) {
        for (Block block : reader.blocks(ids, from, to)) {
            Exceptions own = own(exceptions, block.calendarId());
            Spans.Builder spans = block.kind() == BlockKind.AVAILABLE ? own.added : own.removed;
            spans.add(block.from().getEpochSecond(), block.to().getEpochSecond());
        }
    }

    private Instant readBusy(List<Long> ids, Instant from, Instant to, Instant now, Map<Long, Exceptions> exceptions) {
        Instant expiry = Instant.MAX;
        for (Busy busy : reader.busy(ids, from, to)) {
            Instant heldUntil = busy.heldUntil().orElse(Instant.MAX);
            if (heldUntil.isAfter(now)) {
                expiry = heldUntil.isBefore(expiry) ? heldUntil : expiry;
                own(exceptions, busy.calendarId())
                        .busy
                        .add(busy.from().getEpochSecond(), StaffTimes.ceiling(busy.to()));
            }
        }
        return expiry;
    }

    private static Duration occupied(Roster roster) {
        return roster.rules().duration().plus(roster.rules().gapAfter());
    }

    private static StaffTimes of(Member member, Map<Long, Exceptions> exceptions) {
        Exceptions own = own(exceptions, member.id());
        return new StaffTimes(
                member.zone(), member.hours(), own.added.clipped(), own.removed.clipped(), own.busy.clipped());
    }

    private static Exceptions own(Map<Long, Exceptions> exceptions, long calendarId) {
        return Objects.requireNonNull(exceptions.get(calendarId), "calendar that was not asked for");
    }

    /** What differs from the week of one calendar. */
    private static final class Exceptions {
        private final Spans.Builder added = new Spans.Builder();
        private final Spans.Builder removed = new Spans.Builder();
        private final Spans.Builder busy = new Spans.Builder();
    }
}
