package org.bookbell.calendar.offer;

import org.bookbell.calendar.TestCalendars;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.TestDatabase;

/** What answers about slots, wired by hand. */
public final class TestOffers {

    public final Availability availability;
    public final NextFree nextFree;
    public final Why why;

    public TestOffers(TestCalendars calendars) {
        TestDatabase database = calendars.database;
        var reader = new OfferReader(database.sql());
        var maker = new OfferMaker(reader);
        availability = new Availability(reader, maker, calendars.staffList, database.clock());
        nextFree = new NextFree(reader, maker, calendars.staffList, database.clock());
        why = new Why(
                calendars.services,
                calendars.staffList,
                new Organizations(database.entityManager()),
                new WhyCalendar(calendars.hours, calendars.blocks, database.sql()),
                database.clock());
    }
}
