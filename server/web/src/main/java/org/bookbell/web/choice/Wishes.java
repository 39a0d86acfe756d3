package org.bookbell.web.choice;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.ContactKind;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.organization.Organization;
import org.bookbell.storage.transaction.UseCase;

/** Keeps what a form says: a consent to text messages, and then the choices, by which messages are planned again. */
@UseCase
public class Wishes {

    private final ContactChoices choices;
    private final Consents consents;

    @Inject
    Wishes(ContactChoices choices, Consents consents) {
        this.choices = choices;
        this.consents = consents;
    }

    /**
     * Keeps a client's choices, whatever they were before.
     *
     * @param smsConsent where the client agreed to the organization's consent text just now, if they did
     */
    public void keep(
            Actor actor,
            Organization organization,
            Client client,
            List<ContactChoice> wishes,
            Optional<ConsentSource> smsConsent) {
        smsConsent.ifPresent(source -> consents.record(
                actor, organization.id(), client.id(), Channel.SMS, organization.consentText(), source));
        keep(actor, organization.id(), ContactKind.CLIENT, client.id(), wishes);
    }

    /** Keeps a staff member's choices, whatever they were before. */
    public void keepOfStaff(Actor actor, long organizationId, long staffId, List<ContactChoice> wishes) {
        keep(actor, organizationId, ContactKind.STAFF, staffId, wishes);
    }

    private void keep(Actor actor, long organizationId, ContactKind kind, long id, List<ContactChoice> wishes) {
        choices.choose(
                actor,
                organizationId,
                kind,
                id,
                choices.get(organizationId, kind, id).with(wishes));
    }
}
