package org.bookbell.organization;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.transaction.UseCase;

/** Changes what an organization is called and how it treats its clients. */
@UseCase
public class OrganizationSettings {

    private final Organizations organizations;
    private final Audit audit;
    private final Event<OrganizationChanged> changed;

    @Inject
    public OrganizationSettings(Organizations organizations, Audit audit, Event<OrganizationChanged> changed) {
        this.organizations = organizations;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * Changes an organization that is still as the caller saw it.
     *
     * @param version the version that the caller saw
     */
    public Organization change(Actor actor, long organizationId, long version, OrganizationChange change) {
        var organization = organizations.get(organizationId);
        if (organization.version() != version) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The settings were changed meanwhile; read them again, then change them.");
        }
        var faults = new Faults();
        new OrganizationRules(faults).check(change, organization.country());
        faults.throwIfAny();
        organization.adopt(change);
        audit.record(actor, organizationId, "organization.changed", "organization", organizationId, "");
        changed.fire(new OrganizationChanged(organizationId));
        return organization;
    }
}
