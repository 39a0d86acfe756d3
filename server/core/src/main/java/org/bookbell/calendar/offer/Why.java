package org.bookbell.calendar.offer;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.offer.slot.BookingWindow;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.transaction.UseCase;

/**
 * Explains why a time is or is not offered: no reason against it means that it is. Reads afresh, so that it may be asked
 * in a transaction that changes calendars.
 */
@UseCase
public class Why {

    /** Further away nothing is looked up: what is against such a time is told by notice or window alone. */
    private static final Duration FAR = Duration.ofDays(4000);

    private final Services services;
    private final StaffList staffList;
    private final Organizations organizations;
    private final WhyCalendar calendar;
    private final Clock clock;

    @Inject
    Why(Services services, StaffList staffList, Organizations organizations, WhyCalendar calendar, Clock clock) {
        this.services = services;
        this.staffList = staffList;
        this.organizations = organizations;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Everything that speaks against a slot of this service that starts at this moment; nothing if it is offered. */
    public List<WhyNot> explain(long organizationId, long serviceId, long staffId, Instant start) {
        Service service = services.get(organizationId, serviceId);
        Staff staff = staffList.get(organizationId, staffId);
        Instant now = clock.instant();
        List<WhyNot> reasons = new ArrayList<>();
        about(service, staff, reasons);
        BookingWindow window = BookingWindow.at(
                now,
                service.times().notice(),
                service.times().windowDays(),
                organizations.get(organizationId).zone());
        if (start.isBefore(window.earliestInclusive())) {
            reasons.add(new WhyNot.TooShortNotice(window.earliestInclusive()));
        } else if (!start.isBefore(window.latestExclusive())) {
            reasons.add(new WhyNot.BeyondWindow(window.latestExclusive()));
        }
        if (Duration.between(now, start).abs().compareTo(FAR) < 0) {
            reasons.addAll(calendar.explain(service, staff, start, now));
        }
        return List.copyOf(reasons);
    }

    private static void about(Service service, Staff staff, List<WhyNot> reasons) {
        if (!service.isActive()) {
            reasons.add(new WhyNot.ServiceInactive());
        }
        if (!staff.isActive()) {
            reasons.add(new WhyNot.StaffInactive());
        }
        if (!service.isGivenBy(staff.id())) {
            reasons.add(new WhyNot.NotGiven());
        }
    }
}
