package org.bookbell.calendar.setup;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffChanged;
import org.bookbell.calendar.StaffList;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Adds staff members, changes what is known of them, and takes them out of service. */
@UseCase
public class StaffSetup {

    private final StaffList staffList;
    private final Organizations organizations;
    private final Calendars calendars;
    private final Ids ids;
    private final Audit audit;
    private final Event<StaffChanged> changed;

    @Inject
    public StaffSetup(
            StaffList staffList,
            Organizations organizations,
            Calendars calendars,
            Ids ids,
            Audit audit,
            Event<StaffChanged> changed) {
        this.staffList = staffList;
        this.organizations = organizations;
        this.calendars = calendars;
        this.ids = ids;
        this.audit = audit;
        this.changed = changed;
    }

    /** Adds a staff member, without hours yet, and opens a calendar for them. */
    public Staff add(Actor actor, long organizationId, StaffDetails details) {
        Organization organization = organizations.get(organizationId);
        check(details, organization);
        Staff staff = new Staff(ids.next(), organizationId);
        details.applyTo(staff, organization);
        calendars.open(organizationId, staff.id());
        staffList.add(staff);
        audit.record(actor, organizationId, "staff.added", "staff", staff.id(), "");
        return staff;
    }

    /**
     * Changes a staff member who is still as the caller saw them.
     *
     * @param version the version that the caller saw
     */
    public Staff change(Actor actor, long organizationId, long id, long version, StaffDetails details) {
        Staff staff = staffList.get(organizationId, id);
        Organization organization = organizations.get(organizationId);
        check(details, organization);
        Expected.version(version, staff.version());
        details.applyTo(staff, organization);
        calendars.bump(id);
        audit.record(actor, organizationId, "staff.changed", "staff", id, "");
        changed.fire(new StaffChanged(organizationId, id));
        return staff;
    }

    /** Offers nothing more of a staff member; appointments that stand stay. */
    public void deactivate(Actor actor, long organizationId, long id) {
        staffList.get(organizationId, id).deactivate();
        calendars.bump(id);
        audit.record(actor, organizationId, "staff.deactivated", "staff", id, "");
    }

    public void activate(Actor actor, long organizationId, long id) {
        staffList.get(organizationId, id).activate();
        calendars.bump(id);
        audit.record(actor, organizationId, "staff.activated", "staff", id, "");
    }

    private static void check(StaffDetails details, Organization organization) {
        Faults faults = new Faults();
        details.check(faults, organization);
        faults.throwIfAny();
    }
}
