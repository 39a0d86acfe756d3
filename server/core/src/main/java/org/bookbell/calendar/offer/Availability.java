package org.bookbell.calendar.offer;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.offer.Roster.Member;
import org.bookbell.calendar.offer.slot.SlotFinder;
import org.bookbell.calendar.offer.slot.StaffTimes;
import org.bookbell.storage.transaction.ReadModel;

/**
 * What can be booked of a service. Answers are kept in memory and checked by one query a request that reads the versions
 * of everything they rest on, so that a node never gives an answer that another node's commit has made wrong.
 */
@ReadModel
public class Availability {

    private static final int MOST_ANSWERS = 128;
    private static final int MOST_ROSTERS = 512;

    private final OfferReader reader;
    private final OfferMaker maker;
    private final StaffList staffList;
    private final Clock clock;
    private final LeastRecent<SlotQuery, FreeTimes> answers = new LeastRecent<>(MOST_ANSWERS);
    private final LeastRecent<Long, Roster> rosters = new LeastRecent<>(MOST_ROSTERS);

    @Inject
    Availability(OfferReader reader, OfferMaker maker, StaffList staffList, Clock clock) {
        this.reader = reader;
        this.maker = maker;
        this.staffList = staffList;
        this.clock = clock;
    }

    /**
     * The slots that can be booked now. Must not be called in a transaction that changes a calendar: what it has not
     * committed would be kept for others.
     */
    public Offer find(SlotQuery query) {
        query.check();
        Instant now = clock.instant();
        Versions versions = reader.versions(query.organizationId(), query.serviceId(), query.staffId());
        FreeTimes known = answers.find(query);
        if (known == null || !known.isCurrent(versions, now)) {
            known = make(query, versions, now);
            answers.put(query, known);
        }
        return known.offerAt(now);
    }

    /**
     * Whether hours, blocks, grid, notice and window allow a slot that starts at this moment. Whether it is free is not
     * asked: only the lock on the calendar can tell. Meant for the transaction that books.
     */
    public boolean isOpen(long organizationId, long serviceId, long staffId, Instant start) {
        Versions versions = reader.versions(organizationId, serviceId, Optional.of(staffId));
        Roster roster = roster(serviceId, versions);
        if (start.getNano() != 0 || !roster.windowAt(clock.instant()).contains(start)) {
            return false;
        }
        List<Member> members = roster.members(Optional.of(staffId));
        if (members.isEmpty()) {
            staffList.get(organizationId, staffId);
            return false;
        }
        Duration duration = roster.rules().duration();
        StaffTimes times = maker.openTimes(members.get(0), start, start.plus(duration));
        long second = start.getEpochSecond();
        return new SlotFinder(roster.rules()).find(times, second, second + 1).length == 1;
    }

    private FreeTimes make(SlotQuery query, Versions versions, Instant now) {
        Roster roster = roster(query.serviceId(), versions);
        List<Member> members = roster.members(query.staffId());
        if (members.isEmpty()) {
            query.staffId().ifPresent(id -> staffList.get(query.organizationId(), id));
        }
        return maker.make(roster, versions, members, query.startIn(roster.zone()), query.endIn(roster.zone()), now);
    }

    Roster roster(long serviceId, Versions versions) {
        Roster known = rosters.find(serviceId);
        if (known == null || !known.versions().haveSameRoster(versions)) {
            known = reader.roster(serviceId, versions);
            rosters.put(serviceId, known);
        }
        return known;
    }
}
