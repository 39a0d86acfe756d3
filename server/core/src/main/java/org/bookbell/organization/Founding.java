package org.bookbell.organization;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Fault;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Makes organizations. */
@UseCase
public class Founding {

    private final EntityManager entities;
    private final Organizations organizations;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public Founding(EntityManager entities, Organizations organizations, Ids ids, Clock clock, Audit audit) {
        this.entities = entities;
        this.organizations = organizations;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Founds an organization, which has no members yet. */
    public Organization found(Actor actor, NewOrganization founded) {
        var faults = new Faults();
        new OrganizationRules(faults).check(founded);
        faults.throwIfAny();
        if (organizations.findBySlug(founded.slug()).isPresent()) {
            var fault = new Fault(
                    "/slug",
                    "\"" + founded.slug().strip() + "\" belongs to another organization; choose another slug.");
            throw new ProblemException(ProblemType.ALREADY_EXISTS, List.of(fault));
        }
        var organization = new Organization(ids.next(), founded, clock.instant());
        entities.persist(organization);
        audit.record(actor, organization.id(), "organization.founded", "organization", organization.id(), "");
        return organization;
    }
}
