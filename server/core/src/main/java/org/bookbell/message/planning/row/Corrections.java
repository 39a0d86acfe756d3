package org.bookbell.message.planning.row;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.MessageState;
import org.bookbell.message.MessagesDue;
import org.bookbell.message.ledger.CallList;

/** Writes what planning decided: the rows, whom to call instead, and that something is due at once. */
@Dependent
public class Corrections {

    private final MessageRows rows;
    private final CallList calls;
    private final Event<MessagesDue> due;

    @Inject
    public Corrections(MessageRows rows, CallList calls, Event<MessagesDue> due) {
        this.rows = rows;
        this.calls = calls;
        this.due = due;
    }

    /** Adds {@code messages}; calls are decided by all that the appointment owes. */
    public void add(AppointmentFacts facts, List<PlannedMessage> messages, List<PlannedMessage> owed, Instant now) {
        var written = rows.insert(facts, messages, now);
        putCalls(owed, written);
        fireDue(written, now);
    }

    /** Brings an appointment's rows to what it owes. */
    public void apply(Correction correction, List<PlannedMessage> owed, Instant now) {
        cancelSurplus(correction, now);
        rows.change(correction.facts(), correction.changed(), now);
        rows.refresh(correction.facts(), correction.stale());
        var written = new HashMap<>(rows.insert(correction.facts(), correction.missing(), now));
        correction
                .changed()
                .forEach(change -> written.put(change.planned(), change.stored().id()));
        calls.settle(correction.settled().stream().map(StoredMessage::id).toList(), "a message reaches the client now");
        putCalls(owed, written);
        fireDue(written, now);
    }

    /** Cancels what still waits of {@code stored}, and the calls in place of all of them. */
    public void cancel(Collection<StoredMessage> stored, CancelReason reason, String words, Instant now) {
        var waiting = stored.stream().filter(row -> row.state().isOpen()).toList();
        rows.cancel(waiting, reason, words, now);
        rows.sendNeverAgain(
                stored.stream()
                        .filter(row -> row.wasTried() && row.state() != MessageState.DELIVERED)
                        .toList(),
                now);
        calls.settle(stored.stream().map(StoredMessage::id).toList(), words);
    }

    private void cancelSurplus(Correction correction, Instant now) {
        for (var reason : CancelReason.values()) {
            var surplus = correction.surplus().entrySet().stream()
                    .filter(entry -> entry.getValue() == reason)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!surplus.isEmpty()) {
                cancel(surplus, reason, reason.words(), now);
            }
        }
    }

    private void putCalls(List<PlannedMessage> owed, Map<PlannedMessage, Long> written) {
        for (var message : Calls.of(owed)) {
            var id = written.get(message);
            var skipped = message.skipped();
            if (id != null && skipped != null) {
                calls.put(id, skipped.name(), skipped.words(message.channel()));
            }
        }
    }

    private void fireDue(Map<PlannedMessage, Long> written, Instant now) {
        var ids = written.entrySet().stream()
                .filter(entry -> !entry.getKey().isSkipped())
                .filter(entry -> !entry.getKey().window().dueAt().isAfter(now))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!ids.isEmpty()) {
            due.fire(new MessagesDue(ids));
        }
    }
}
