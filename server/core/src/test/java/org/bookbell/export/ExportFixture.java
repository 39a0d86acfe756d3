package org.bookbell.export;

import org.bookbell.booking.BookingFixture;
import org.bookbell.message.ledger.Reminders;

/** What exporters see, on a test's database. */
public final class ExportFixture {

    private ExportFixture() {}

    public static ExportedAppointments exported(BookingFixture house) {
        return new ExportedAppointments(
                house.calendars.services,
                house.calendars.staffList,
                new StoredAppointments(house.database.sql()),
                new Reminders(house.database.sql()));
    }
}
