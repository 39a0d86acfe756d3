package org.bookbell.calendar.offer;

/**
 * What an answer rests on. Versions only rise, so equal sums over the same rows mean that no row changed; which staff
 * give a service is part of the service's version.
 *
 * @param staff the sum over all who give the service
 * @param calendars the sum over those whose slots were asked for
 */
record Versions(long organization, long service, long staff, long calendars) {

    /** Whether nothing changed but what is booked and blocked. */
    boolean haveSameRoster(Versions other) {
        return organization == other.organization && service == other.service && staff == other.staff;
    }
}
