package org.bookbell.calendar.setup;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.hours.Hours;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.storage.transaction.UseCase;

/** Says in which hours of a normal week a staff member can be booked. */
@UseCase
public class HoursSetup {

    private final StaffList staffList;
    private final Hours hours;
    private final Calendars calendars;
    private final Audit audit;

    @Inject
    public HoursSetup(StaffList staffList, Hours hours, Calendars calendars, Audit audit) {
        this.staffList = staffList;
        this.hours = hours;
        this.calendars = calendars;
        this.audit = audit;
    }

    /**
     * Puts a new week in the place of the old one, of a staff member who is still as the caller saw them.
     *
     * @param version the staff member's version that the caller saw; it rises
     */
    public WeeklyHours replace(Actor actor, long organizationId, long staffId, long version, WeekDetails details) {
        Staff staff = staffList.get(organizationId, staffId);
        WeeklyHours week = details.checked();
        Expected.version(version, staff.version());
        hours.replace(staff, week);
        calendars.bump(staffId);
        audit.record(actor, organizationId, "staff.hoursReplaced", "staff", staffId, "");
        return week;
    }
}
