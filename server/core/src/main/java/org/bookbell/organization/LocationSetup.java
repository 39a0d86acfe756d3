package org.bookbell.organization;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Opens, changes and closes locations. */
@UseCase
public class LocationSetup {

    private final EntityManager entities;
    private final Organizations organizations;
    private final Locations locations;
    private final Ids ids;
    private final Audit audit;

    @Inject
    public LocationSetup(
            EntityManager entities, Organizations organizations, Locations locations, Ids ids, Audit audit) {
        this.entities = entities;
        this.organizations = organizations;
        this.locations = locations;
        this.ids = ids;
        this.audit = audit;
    }

    public Location add(Actor actor, long organizationId, LocationDetails details) {
        check(details);
        var location =
                new Location(ids.next(), organizations.get(organizationId).id(), details);
        entities.persist(location);
        audit.record(actor, organizationId, "location.added", "location", location.id(), "");
        return location;
    }

    /**
     * Changes a location that is still as the caller saw it.
     *
     * @param version the version that the caller saw
     */
    public Location change(Actor actor, long organizationId, long id, long version, LocationDetails details) {
        var location = locations.get(organizationId, id);
        check(details);
        if (location.version() != version) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION, "The location was changed meanwhile; read it again, then change it.");
        }
        location.adopt(details);
        audit.record(actor, organizationId, "location.changed", "location", id, "");
        return location;
    }

    /** Closes a location: it is offered no more, past appointments still tell of it. */
    public void close(Actor actor, long organizationId, long id) {
        locations.get(organizationId, id).close();
        audit.record(actor, organizationId, "location.closed", "location", id, "");
    }

    private static void check(LocationDetails details) {
        var faults = new Faults();
        details.check(faults);
        faults.throwIfAny();
    }
}
