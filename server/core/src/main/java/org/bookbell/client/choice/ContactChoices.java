package org.bookbell.client.choice;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.client.ContactChanged;
import org.bookbell.client.ContactKind;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** The own choices of clients and staff about their messages. */
@UseCase
public class ContactChoices {

    private static final Row.Reader<ContactChoice> CHOICE = row -> new ContactChoice(
            row.getText("message_kind"),
            Channel.valueOf(row.getText("channel")),
            row.isTrue("wanted"),
            row.findLong("hours_before")
                    .map(hours -> OptionalInt.of(hours.intValue()))
                    .orElse(OptionalInt.empty()));

    private final Sql sql;
    private final Clients clients;
    private final Audit audit;
    private final Event<ContactChanged> changed;

    @Inject
    public ContactChoices(Sql sql, Clients clients, Audit audit, Event<ContactChanged> changed) {
        this.sql = sql;
        this.clients = clients;
        this.audit = audit;
        this.changed = changed;
    }

    /** What a client or a staff member chose. */
    public OwnChoices get(long organizationId, ContactKind kind, long contactId) {
        return new OwnChoices(
                version(organizationId, kind, contactId),
                sql.list(
                        "SELECT message_kind, channel, wanted, hours_before FROM contact_choice"
                                + " WHERE organization_id = ? AND recipient_kind = ? AND recipient_id = ?"
                                + " ORDER BY message_kind, channel",
                        CHOICE,
                        organizationId,
                        kind,
                        contactId));
    }

    /** The choices of several clients and staff at once, by their id; who chose nothing is not in it. */
    public Map<Long, List<ContactChoice>> listAmong(long organizationId, Collection<Long> contactIds) {
        if (contactIds.isEmpty()) {
            return Map.of();
        }
        var parameters = new ArrayList<@Nullable Object>(List.of(organizationId));
        parameters.addAll(contactIds);
        var choices = new HashMap<Long, List<ContactChoice>>();
        sql.list(
                "SELECT recipient_id, message_kind, channel, wanted, hours_before FROM contact_choice"
                        + " WHERE organization_id = ? AND recipient_kind IN ('CLIENT', 'STAFF') AND recipient_id IN "
                        + Sql.marks(contactIds.size()) + " ORDER BY recipient_id, message_kind, channel",
                row -> choices.computeIfAbsent(row.getLong("recipient_id"), id -> new ArrayList<>())
                        .add(CHOICE.read(row)),
                parameters.toArray());
        return choices;
    }

    /**
     * Keeps {@code wishes} in place of all that were made before, and lets the messages that wait be planned again; none
     * at all returns to the organization's rules.
     *
     * @param contactId a client, or a staff member whom the caller has looked up in this organization
     * @param wishes the choices, at the version that the caller saw
     */
    public void choose(Actor actor, long organizationId, ContactKind kind, long contactId, OwnChoices wishes) {
        if (kind == ContactKind.CLIENT) {
            clients.get(organizationId, contactId);
        }
        check(wishes);
        raise(organizationId, kind, contactId, wishes.version());
        sql.update(
                "DELETE FROM contact_choice WHERE organization_id = ? AND recipient_kind = ? AND recipient_id = ?",
                organizationId,
                kind,
                contactId);
        sql.insertAll(
                "INSERT INTO contact_choice (organization_id, recipient_kind, recipient_id, message_kind, channel,"
                        + " wanted, hours_before) VALUES (?, ?, ?, ?, ?, ?, ?)",
                wishes.choices().stream()
                        .map(choice -> row(organizationId, kind, contactId, choice))
                        .toList());
        audit.record(
                actor,
                organizationId,
                "choices.changed",
                kind == ContactKind.CLIENT ? "client" : "staff",
                contactId,
                "");
        changed.fire(new ContactChanged(organizationId, kind, contactId));
    }

    private static void check(OwnChoices wishes) {
        var faults = wishes.faults();
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, faults);
        }
    }

    private long version(long organizationId, ContactKind kind, long contactId) {
        return sql.count(
                "SELECT version FROM contact_choices WHERE organization_id = ? AND recipient_kind = ?"
                        + " AND recipient_id = ?",
                organizationId,
                kind,
                contactId);
    }

    /** Raises the version that was {@code seen}; whoever is the second of two waits here for the first. */
    private void raise(long organizationId, ContactKind kind, long contactId, long seen) {
        if (seen == 0 && begin(organizationId, kind, contactId)) {
            return;
        }
        var raised = sql.update(
                "UPDATE contact_choices SET version = version + 1 WHERE organization_id = ? AND recipient_kind = ?"
                        + " AND recipient_id = ? AND version = ?",
                organizationId,
                kind,
                contactId,
                seen);
        if (raised == 0) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The choices were changed meanwhile; read them again, then change them.");
        }
    }

    private boolean begin(long organizationId, ContactKind kind, long contactId) {
        try {
            sql.update(
                    "INSERT INTO contact_choices (organization_id, recipient_kind, recipient_id, version)"
                            + " VALUES (?, ?, ?, 1)",
                    organizationId,
                    kind,
                    contactId);
            return true;
        } catch (SqlException failure) {
            if (SqlException.isDuplicate(failure)) {
                return false;
            }
            throw failure;
        }
    }

    private static @Nullable Object[] row(long organizationId, ContactKind kind, long contactId, ContactChoice choice) {
        return new @Nullable Object[] {
            organizationId,
            kind,
            contactId,
            choice.messageKind(),
            choice.channel(),
            choice.wanted(),
            choice.hoursBefore().isPresent() ? choice.hoursBefore().getAsInt() : null
        };
    }
}
