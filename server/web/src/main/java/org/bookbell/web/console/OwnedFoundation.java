package org.bookbell.web.console;

import jakarta.inject.Inject;
import org.bookbell.access.member.AddedMember;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.NewMember;
import org.bookbell.audit.Actor;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.storage.transaction.UseCase;
import org.bookbell.web.organization.Foundation;

/** Founds an organization together with its owner, or neither. */
@UseCase
public class OwnedFoundation {

    private final Foundation foundation;
    private final Organizations organizations;
    private final Members members;

    @Inject
    OwnedFoundation(Foundation foundation, Organizations organizations, Members members) {
        this.foundation = foundation;
        this.organizations = organizations;
        this.members = members;
    }

    /** Refuses what is wrong with either, all at once, the owner's e-mail and name as /owner and /owner-name. */
    public void check(NewOrganization organization, NewMember owner) {
        var faults = new Faults();
        organization.faults().forEach(fault -> faults.add(fault.pointer(), fault.detail()));
        faults.check(
                organizations.findBySlug(organization.slug()).isEmpty(),
                "/slug",
                "The slug belongs to another organization; choose another.");
        var ofOwner = new Faults();
        owner.check(ofOwner);
        ofOwner.list()
                .forEach(fault ->
                        faults.add(fault.pointer().equals("/email") ? "/owner" : "/owner-name", fault.detail()));
        faults.throwIfAny();
    }

    public Founded found(NewOrganization organization, NewMember owner) {
        var founded = foundation.found(Actor.system(), organization);
        return new Founded(founded, members.add(Actor.system(), founded.id(), owner));
    }

    /** What was made; the owner's password, if it is new, is shown this once. */
    public record Founded(Organization organization, AddedMember owner) {}
}
