package org.bookbell.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.client.ClientFile;
import org.bookbell.client.Clients;

/** Finds the client behind a guest, or begins their file. */
@Dependent
class Guests {

    private final Clients clients;
    private final ClientFile file;

    @Inject
    Guests(Clients clients, ClientFile file) {
        this.clients = clients;
        this.file = file;
    }

    /** The id of the client, who belongs to {@code organizationId}. */
    long resolve(Actor actor, long organizationId, Guest guest) {
        if (guest instanceof Guest.Known known) {
            return clients.get(organizationId, known.clientId()).id();
        }
        var introduced = (Guest.Introduced) guest;
        return file.recognize(actor, organizationId, introduced.details()).id();
    }
}
