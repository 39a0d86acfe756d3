package org.bookbell.client.choice;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** Records what clients agreed to, word for word. */
@UseCase
public class Consents {

    private static final int LONGEST_WORDING = 500;
    private static final Row.Reader<Consent> CONSENT = row -> new Consent(
            row.getLong("id"),
            row.getLong("client_id"),
            Channel.valueOf(row.getText("channel")),
            row.getText("wording"),
            ConsentSource.valueOf(row.getText("source")),
            row.getInstant("given_at"),
            row.findInstant("withdrawn_at"));

    private final Sql sql;
    private final Clients clients;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public Consents(Sql sql, Clients clients, Ids ids, Clock clock, Audit audit) {
        this.sql = sql;
        this.clients = clients;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Records a consent; one that holds already is left alone.
     *
     * @param wording the sentence that the client saw, at most 500 characters
     */
    public void record(
            Actor actor, long organizationId, long clientId, Channel channel, String wording, ConsentSource source) {
        clients.get(organizationId, clientId);
        if (wording.isBlank() || wording.length() > LONGEST_WORDING) {
            throw new IllegalArgumentException("wording must have 1 to 500 characters but had " + wording.length());
        }
        if (holds(clientId, channel)) {
            return;
        }
        sql.update(
                "INSERT INTO consent (id, organization_id, client_id, channel, wording, source, given_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                organizationId,
                clientId,
                channel,
                wording,
                source,
                clock.instant());
        audit.record(actor, organizationId, "consent.given", "client", clientId, channel + " by " + source);
    }

    /** Ends the consent to a channel, if there is one. */
    public void withdraw(Actor actor, long organizationId, long clientId, Channel channel) {
        clients.get(organizationId, clientId);
        var ended = sql.update(
                "UPDATE consent SET withdrawn_at = ? WHERE client_id = ? AND channel = ? AND withdrawn_at IS NULL",
                clock.instant(),
                clientId,
                channel);
        if (ended > 0) {
            audit.record(actor, organizationId, "consent.withdrawn", "client", clientId, channel.name());
        }
    }

    /** Whether the client agreed to SMS and still does. */
    public boolean hasSmsConsent(long clientId) {
        return holds(clientId, Channel.SMS);
    }

    /** Those of {@code clientIds} who agreed to SMS and still do. */
    public Set<Long> smsConsentsAmong(Collection<Long> clientIds) {
        if (clientIds.isEmpty()) {
            return Set.of();
        }
        var parameters = new ArrayList<@Nullable Object>(clientIds);
        parameters.add(Channel.SMS);
        return Set.copyOf(sql.list(
                "SELECT DISTINCT client_id FROM consent WHERE client_id IN " + Sql.marks(clientIds.size())
                        + " AND channel = ? AND withdrawn_at IS NULL",
                row -> row.getLong("client_id"),
                parameters.toArray()));
    }

    /** Every consent the client ever gave, the oldest first. */
    public List<Consent> list(long organizationId, long clientId) {
        return sql.list(
                "SELECT id, client_id, channel, wording, source, given_at, withdrawn_at FROM consent"
                        + " WHERE organization_id = ? AND client_id = ? ORDER BY id",
                CONSENT,
                organizationId,
                clientId);
    }

    private boolean holds(long clientId, Channel channel) {
        return sql.count(
                        "SELECT COUNT(*) FROM consent WHERE client_id = ? AND channel = ? AND withdrawn_at IS NULL",
                        clientId,
                        channel)
                > 0;
    }
}
