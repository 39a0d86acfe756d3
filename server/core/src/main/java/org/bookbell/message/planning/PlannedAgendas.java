package org.bookbell.message.planning;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageFacts.Words;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.Recipient;
import org.bookbell.message.timing.Window;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;

/** Writes agendas into the ledger: e-mails whose text and papers are made when they are sent. */
@Dependent
public class PlannedAgendas {

    private static final String TEXT = "Its text and its papers are made when it is sent.";

    private final Ids ids;

    @Inject
    public PlannedAgendas(Ids ids) {
        this.ids = ids;
    }

    /** Plans one in the transaction of a job, and answers the id of its message. */
    public long add(Sql sql, long organizationId, String organization, Recipient to, Window window, Instant now) {
        var id = ids.next();
        var facts = MessageFacts.of(new Words(organization, "Agenda", TEXT), to);
        sql.update(
                "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel, recipient_kind,"
                        + " recipient_id, address, due_at, useful_until, try_at, state, state_at, facts, revision,"
                        + " attempts, created_at) VALUES (?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)",
                id,
                organizationId,
                MessageKind.AGENDA,
                Channel.EMAIL,
                to.kind(),
                to.id(),
                to.email(),
                window.dueAt(),
                window.usefulUntil(),
                window.dueAt(),
                MessageState.PLANNED,
                now,
                facts.toJson(),
                now);
        sql.update(
                "INSERT INTO message_event (id, message_id, state, happened_at, detail) VALUES (?, ?, ?, ?, ?)",
                ids.next(),
                id,
                MessageState.PLANNED,
                now,
                "due at " + window.dueAt());
        return id;
    }
}
