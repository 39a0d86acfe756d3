package org.bookbell.calendar.setup;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.Resource;
import org.bookbell.calendar.Resources;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Adds resources, renames them, and takes them out of service. */
@UseCase
public class ResourceSetup {

    private final Resources resources;
    private final Organizations organizations;
    private final Calendars calendars;
    private final Ids ids;
    private final Audit audit;

    @Inject
    public ResourceSetup(Resources resources, Organizations organizations, Calendars calendars, Ids ids, Audit audit) {
        this.resources = resources;
        this.organizations = organizations;
        this.calendars = calendars;
        this.ids = ids;
        this.audit = audit;
    }

    /** Adds a resource and opens a calendar for it. */
    public Resource add(Actor actor, long organizationId, String name) {
        check(name);
        long owner = organizations.get(organizationId).id();
        Resource resource = new Resource(ids.next(), owner, name.strip());
        calendars.open(owner, resource.id());
        resources.add(resource);
        audit.record(actor, organizationId, "resource.added", "resource", resource.id(), "");
        return resource;
    }

    /**
     * Renames a resource that is still as the caller saw it.
     *
     * @param version the version that the caller saw
     */
    public Resource rename(Actor actor, long organizationId, long id, long version, String name) {
        Resource resource = resources.get(organizationId, id);
        check(name);
        Expected.version(version, resource.version());
        resource.rename(name.strip());
        audit.record(actor, organizationId, "resource.renamed", "resource", id, "");
        return resource;
    }

    public void deactivate(Actor actor, long organizationId, long id) {
        resources.get(organizationId, id).deactivate();
        calendars.bump(id);
        audit.record(actor, organizationId, "resource.deactivated", "resource", id, "");
    }

    public void activate(Actor actor, long organizationId, long id) {
        resources.get(organizationId, id).activate();
        calendars.bump(id);
        audit.record(actor, organizationId, "resource.activated", "resource", id, "");
    }

    private static void check(String name) {
        Faults faults = new Faults();
        new TextRules(faults).required(name, 120, "/name");
        faults.throwIfAny();
    }
}
