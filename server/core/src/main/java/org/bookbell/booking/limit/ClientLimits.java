package org.bookbell.booking.limit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bookbell.client.Clients;
import org.bookbell.client.Email;
import org.bookbell.client.Phone;
import org.bookbell.organization.Organizations;

/** What clients do by their links, counted by their number and e-mail address. */
@Dependent
public class ClientLimits {

    private final BookingLimits limits;
    private final Clients clients;
    private final Organizations organizations;

    @Inject
    public ClientLimits(BookingLimits limits, Clients clients, Organizations organizations) {
        this.limits = limits;
        this.clients = clients;
        this.organizations = organizations;
    }

    /** Somebody cancelled. */
    public void cancelled(long organizationId, long clientId) {
        limits.cancelled(visitor(organizationId, clientId));
    }

    /** Somebody wants to move; refused when it was often today. */
    public void move(long organizationId, long clientId) {
        limits.move(visitor(organizationId, clientId));
    }

    private Visitor visitor(long organizationId, long clientId) {
        var client = clients.get(organizationId, clientId);
        return new Visitor(
                organizationId,
                organizations.get(organizationId).country(),
                Optional.empty(),
                client.mobile().map(Phone::e164),
                client.email().map(Email::address));
    }
}
