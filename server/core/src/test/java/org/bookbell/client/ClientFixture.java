package org.bookbell.client;

import java.util.concurrent.Callable;
import org.bookbell.audit.Actor;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OptOuts;
import org.bookbell.organization.Founding;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;

/** The client feature wired by hand, with two organizations. */
public final class ClientFixture implements AutoCloseable {

    public static final Actor DESK = Actor.member(7);

    public final TestDatabase database = TestDatabase.h2();
    public final RecordedEvents<ContactChanged> changed = new RecordedEvents<>();
    final Organizations organizations = new Organizations(database.entityManager());
    final Clients clients = new Clients(database.entityManager());
    final ClientFile file = new ClientFile(
            database.entityManager(),
            organizations,
            clients,
            database.ids(),
            database.clock(),
            database.audit(),
            changed);
    public final Consents consents =
            new Consents(database.sql(), clients, database.ids(), database.clock(), database.audit());
    public final OptOuts optOuts = new OptOuts(database.sql(), database.clock(), database.audit());
    public final ContactChoices choices = new ContactChoices(database.sql(), clients, database.audit(), changed);
    public final long practice = found("practice");
    public final long school = found("school");

    public Client register(long organizationId, ClientDetails details) {
        return in(() -> file.register(DESK, organizationId, details));
    }

    public Client register(String name, String email, String mobile) {
        return register(practice, ClientDetails.of(name, email, mobile));
    }

    public <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    public void in(Runnable work) {
        database.inTransaction(work);
    }

    @Override
    public void close() {
        database.close();
    }

    private long found(String slug) {
        var founding = new Founding(
                database.entityManager(), organizations, database.ids(), database.clock(), database.audit());
        var founded = new NewOrganization(slug, "The " + slug, "Europe/London", "en-GB", "GB", null, null);
        return in(() -> founding.found(DESK, founded)).id();
    }
}
