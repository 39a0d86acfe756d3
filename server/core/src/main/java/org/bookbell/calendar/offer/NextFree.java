package org.bookbell.calendar.offer;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.offer.Roster.Member;
import org.bookbell.calendar.offer.slot.BookingWindow;
import org.bookbell.storage.transaction.UseCase;

/**
 * Looks ahead for the next slots: when one is taken, and for whoever asks on the phone. Reads afresh, so that it may be
 * asked in a transaction that changes calendars.
 */
@UseCase
public class NextFree {

    private static final Duration FIRST_LOOK = Duration.ofDays(7);
    private static final Duration FURTHER_LOOK = Duration.ofDays(31);

    private final OfferReader reader;
    private final OfferMaker maker;
    private final StaffList staffList;
    private final Clock clock;

    @Inject
    NextFree(OfferReader reader, OfferMaker maker, StaffList staffList, Clock clock) {
        this.reader = reader;
        this.maker = maker;
        this.staffList = staffList;
        this.clock = clock;
    }

    /**
     * The first starts that can be booked, in order.
     *
     * @param staffId the one staff member wanted, or empty for all who give the service
     * @param from the earliest start wanted
     * @param most how many starts are wanted
     */
    public List<FreeStart> find(long organizationId, long serviceId, Optional<Long> staffId, Instant from, int most) {
        Versions versions = reader.versions(organizationId, serviceId, staffId);
        Roster roster = reader.roster(serviceId, versions);
        List<Member> members = roster.members(staffId);
        if (members.isEmpty()) {
            staffId.ifPresent(id -> staffList.get(organizationId, id));
            return List.of();
        }
        Instant now = clock.instant();
        BookingWindow window = roster.windowAt(now);
        List<FreeStart> found = new ArrayList<>();
        Instant start = from.isBefore(window.earliestInclusive()) ? window.earliestInclusive() : from;
        Duration look = FIRST_LOOK;
        while (found.size() < most && start.isBefore(window.latestExclusive())) {
            Instant end = start.plus(look);
            Offer offer = maker.make(roster, versions, members, start, end, now).offerAt(now);
            found.addAll(offer.starts());
            start = end;
            look = FURTHER_LOOK;
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }
}
