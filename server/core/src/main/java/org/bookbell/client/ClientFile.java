package org.bookbell.client;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Keeps the files of clients. */
@UseCase
public class ClientFile {

    private final EntityManager entities;
    private final Organizations organizations;
    private final Clients clients;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final Event<ContactChanged> changed;

    @Inject
    public ClientFile(
            EntityManager entities,
            Organizations organizations,
            Clients clients,
            Ids ids,
            Clock clock,
            Audit audit,
            Event<ContactChanged> changed) {
        this.entities = entities;
        this.organizations = organizations;
        this.clients = clients;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.changed = changed;
    }

    /** Begins a file. */
    public Client register(Actor actor, long organizationId, ClientDetails details) {
        var organization = organizations.get(organizationId);
        check(details, organization);
        var client = new Client(ids.next(), organization, details, clock.instant());
        entities.persist(client);
        audit.record(actor, organizationId, "client.registered", "client", client.id(), "");
        return client;
    }

    /**
     * The client who booked before under this name with these very addresses, or else a new file. A file that is there
     * stays as it is: a visitor changes nobody's.
     */
    public Client recognize(Actor actor, long organizationId, ClientDetails details) {
        var organization = organizations.get(organizationId);
        check(details, organization);
        return clients.findByContact(
                        organizationId, details.name(), details.findEmail(), details.findMobile(organization.country()))
                .orElseGet(() -> register(actor, organizationId, details));
    }

    /**
     * Changes a file that is still as the caller saw it.
     *
     * @param version the version that the caller saw
     */
    public Client change(Actor actor, long organizationId, long id, long version, ClientDetails details) {
        var client = clients.get(organizationId, id);
        var organization = organizations.get(organizationId);
        check(details, organization);
        if (client.version() != version) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The client was changed meanwhile; read the file again, then change it.");
        }
        client.adopt(details, organization);
        audit.record(actor, organizationId, "client.changed", "client", id, "");
        changed.fire(new ContactChanged(organizationId, ContactKind.CLIENT, id));
        return client;
    }

    private static void check(ClientDetails details, Organization organization) {
        var faults = new Faults();
        details.check(faults, "", organization.country());
        faults.throwIfAny();
    }
}
