package org.bookbell.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.bookbell.calendar.offer.NextFree;

/**
 * Clients who come while the demonstration runs. Each takes the next free time; once few are left until tomorrow evening,
 * one of those who came before cancels first, so that this may go on for days and there is always a time to try.
 */
@Singleton
class SampleVisitors {

    /** So many starts are left to whoever tries the demonstration. */
    private static final int LEFT_FREE = 12;

    private final NextFree nextFree;
    private final SampleDesk desk;
    /** What visitors of this run have booked, the first one first. */
    private final Deque<Booked> booked = new ArrayDeque<>();

    private record Booked(long id, Instant start) {}

    @Inject
    SampleVisitors(NextFree nextFree, SampleDesk desk) {
        this.nextFree = nextFree;
        this.desk = desk;
    }

    /** One more client comes. */
    void visit(SampleOrganization organization) {
        if (isNearlyFull(organization)) {
            cancelOne(organization);
        }
        bookNext(organization);
    }

    private boolean isNearlyFull(SampleOrganization organization) {
        var now = desk.now();
        var afterTomorrow = organization.startOf(organization.dayOf(now).plusDays(2));
        var free =
                nextFree.find(organization.id(), organization.services().get(0).id(), Optional.empty(), now, LEFT_FREE);
        return free.size() < LEFT_FREE
                || !free.get(LEFT_FREE - 1).slot().startInclusive().isBefore(afterTomorrow);
    }

    /** What has begun meanwhile is cancelled no more. */
    private void cancelOne(SampleOrganization organization) {
        booked.removeIf(each -> !desk.now().isBefore(each.start()));
        if (!booked.isEmpty()) {
            desk.cancel(organization, booked.remove().id());
        }
    }

    private void bookNext(SampleOrganization organization) {
        var service = desk.any(organization.services()).id();
        nextFree.find(organization.id(), service, Optional.empty(), desk.now(), 1).stream()
                .findFirst()
                .flatMap(free -> desk.book(
                        organization,
                        service,
                        desk.any(free.staffIds()),
                        free.slot().startInclusive()))
                .ifPresent(made -> booked.add(new Booked(made.id(), made.time().startInclusive())));
    }
}
