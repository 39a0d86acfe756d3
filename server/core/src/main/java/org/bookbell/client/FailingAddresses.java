package org.bookbell.client;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an organization's clients that text messages do not reach, and the addresses that e-mails do not. A mark
 * belongs to the address: whoever gets another one has none, and somebody may clear it. Each change lets the client's
 * messages be planned again.
 */
@UseCase
public class FailingAddresses {

    private static final Row.Reader<FailingAddress> MARK = row ->
            new FailingAddress(row.getText("address"), row.getInstant("failing_since"), row.getText("reason_code"));

    private final Sql sql;
    private final Clients clients;
    private final Clock clock;
    private final Audit audit;
    private final Event<ContactChanged> changed;

    @Inject
    public FailingAddresses(Sql sql, Clients clients, Clock clock, Audit audit, Event<ContactChanged> changed) {
        this.sql = sql;
        this.clients = clients;
        this.clock = clock;
        this.audit = audit;
        this.changed = changed;
    }

    /** Those of {@code addresses} that are marked, by address. */
    public Map<String, FailingAddress> among(long organizationId, Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(organizationId);
        parameters.addAll(addresses);
        return sql
                .list(
                        "SELECT address, failing_since, reason_code FROM failing_number WHERE organization_id = ?"
                                + " AND address IN " + Sql.marks(addresses.size()),
                        MARK,
                        parameters.toArray())
                .stream()
                .collect(Collectors.toMap(FailingAddress::address, Function.identity()));
    }

    /** The mark of a client's mobile number or e-mail address, if it has one. */
    public Optional<FailingAddress> findOf(Client client, Channel channel) {
        return address(client, channel)
                .flatMap(address -> Optional.ofNullable(
                        among(client.organizationId(), List.of(address)).get(address)));
    }

    private static Optional<String> address(Client client, Channel channel) {
        return switch (channel) {
            case SMS -> client.mobile().map(Phone::e164);
            case EMAIL -> client.email().map(Email::address);
        };
    }

    /** Marks an address of a client; one that is marked keeps its mark. */
    public void mark(long organizationId, long clientId, FailingAddress failing) {
        var marked = sql.update(
                "INSERT INTO failing_number (organization_id, address, failing_since, reason_code, noted_at)"
                        + " SELECT o.id, ?, ?, ?, ? FROM organization o WHERE o.id = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM failing_number f WHERE f.organization_id = o.id AND f.address = ?)",
                failing.address(),
                failing.since(),
                failing.code(),
                clock.instant(),
                organizationId,
                failing.address());
        if (marked > 0) {
            var act = failing.address().contains("@") ? "email.marked" : "number.marked";
            audit.record(Actor.system(), organizationId, act, "client", clientId, failing.code());
            changed.fire(new ContactChanged(organizationId, ContactKind.CLIENT, clientId));
        }
    }

    /** Takes the mark from a client's number or e-mail address, so that it is tried again. */
    public void clear(Actor actor, long organizationId, long clientId, Channel channel) {
        var address = address(clients.get(organizationId, clientId), channel);
        var cleared = address.map(marked -> sql.update(
                        "DELETE FROM failing_number WHERE organization_id = ? AND address = ?", organizationId, marked))
                .orElse(0);
        if (cleared > 0) {
            var act = channel == Channel.SMS ? "number.cleared" : "email.cleared";
            audit.record(actor, organizationId, act, "client", clientId, "");
            changed.fire(new ContactChanged(organizationId, ContactKind.CLIENT, clientId));
        }
    }
}
