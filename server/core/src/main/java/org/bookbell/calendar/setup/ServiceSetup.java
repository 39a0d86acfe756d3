package org.bookbell.calendar.setup;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.organization.Locations;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Adds services, changes them and who gives them, and takes them off the offer. */
@UseCase
public class ServiceSetup {

    private final Services services;
    private final StaffList staffList;
    private final Locations locations;
    private final Calendars calendars;
    private final Ids ids;
    private final Audit audit;

    @Inject
    public ServiceSetup(
            Services services, StaffList staffList, Locations locations, Calendars calendars, Ids ids, Audit audit) {
        this.services = services;
        this.staffList = staffList;
        this.locations = locations;
        this.calendars = calendars;
        this.ids = ids;
        this.audit = audit;
    }

    public Service add(Actor actor, long organizationId, ServiceDetails details) {
        check(organizationId, details);
        Service service = new Service(ids.next(), organizationId);
        details.applyTo(service);
        services.add(service);
        calendars.bump(service.staffIds());
        audit.record(actor, organizationId, "service.added", "service", service.id(), "");
        return service;
    }

    /**
     * Changes a service that is still as the caller saw it. Whoever gave it and whoever gives it now are offered anew.
     *
     * @param version the version that the caller saw
     */
    public Service change(Actor actor, long organizationId, long id, long version, ServiceDetails details) {
        Service service = services.get(organizationId, id);
        check(organizationId, details);
        Expected.version(version, service.version());
        Set<Long> concerned = new HashSet<>(service.staffIds());
        details.applyTo(service);
        concerned.addAll(service.staffIds());
        services.touch(service);
        calendars.bump(concerned);
        audit.record(actor, organizationId, "service.changed", "service", id, "");
        return service;
    }

    /** Offers a service no more; appointments that stand stay. */
    public void deactivate(Actor actor, long organizationId, long id) {
        Service service = services.get(organizationId, id);
        service.deactivate();
        calendars.bump(service.staffIds());
        audit.record(actor, organizationId, "service.deactivated", "service", id, "");
    }

    public void activate(Actor actor, long organizationId, long id) {
        Service service = services.get(organizationId, id);
        service.activate();
        calendars.bump(service.staffIds());
        audit.record(actor, organizationId, "service.activated", "service", id, "");
    }

    private void check(long organizationId, ServiceDetails details) {
        Faults faults = new Faults();
        details.check(faults);
        Long location = details.locationId();
        faults.check(
                location == null || locations.list(organizationId).stream().anyMatch(known -> known.id() == location),
                "/locationId",
                "There is no such location.");
        Set<Long> known = new HashSet<>(
                staffList.list(organizationId).stream().map(Staff::id).toList());
        List<Long> staffIds = details.staffIds();
        for (int i = 0; i < staffIds.size(); i++) {
            faults.check(known.contains(staffIds.get(i)), "/staffIds/" + i, "There is no such staff member.");
        }
        faults.throwIfAny();
    }
}
