package org.bookbell.dispatch.reply;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.OptOuts;
import org.bookbell.dispatch.attempt.ReceiptMatch;
import org.bookbell.dispatch.attempt.ReceiptMatch.Stored;
import org.bookbell.message.ReplyReceived;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * Does what a reply asks for, once, with all that follows in one transaction: an opt-out with its proof, a confirmed
 * appointment, a message to staff. A reply proves that the message it answers was delivered.
 */
@UseCase
public class ReplyHandling {

    /** No receipt: the answer itself is the proof. */
    private static final Stored PROOF =
            new Stored(0, Receipt.State.DELIVERED, Optional.of("answered"), Optional.empty());

    private final Sql sql;
    private final ReceiptMatch deliveries;
    private final OptOuts optOuts;
    private final SmsAnswers answers;
    private final StaffMail staff;
    private final Event<ReplyReceived> received;
    private final Clock clock;

    @Inject
    ReplyHandling(
            Sql sql,
            ReceiptMatch deliveries,
            OptOuts optOuts,
            SmsAnswers answers,
            StaffMail staff,
            Event<ReplyReceived> received,
            Clock clock) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.optOuts = optOuts;
        this.answers = answers;
        this.staff = staff;
        this.received = received;
        this.clock = clock;
    }

    /** Handles the reply with {@code id} unless that was done. */
    public void handle(long id) {
        var now = clock.instant();
        var mine = sql.update(
                "UPDATE reply SET handle_at = NULL, handled_at = ? WHERE id = ? AND handle_at IS NOT NULL", now, id);
        if (mine == 1) {
            handle(sql.find(StoredReply.QUESTION, StoredReply::read, id).orElseThrow(), now);
        }
    }

    private void handle(StoredReply reply, Instant now) {
        var conversation = Conversation.of(sql, reply);
        var meaning = conversation.last().isPresent()
                ? Keywords.meaningOf(reply.text(), conversation.languages())
                : Keywords.meaningOf(reply.text());
        var message = conversation.find();
        message.ifPresent(answered -> deliveries.apply(sql, PROOF, answered.target(), now));
        var outcome = act(reply, meaning, conversation, now);
        sql.update(
                "UPDATE reply SET meaning = ?, outcome = ?, organization_id = ?, message_id = ?, client_id = ?"
                        + " WHERE id = ?",
                meaning,
                outcome,
                message.map(each -> each.house().id()).orElse(null),
                message.map(Answered::messageId).orElse(null),
                message.flatMap(Answered::clientId).orElse(null),
                reply.id());
    }

    private Outcome act(StoredReply reply, Meaning meaning, Conversation conversation, Instant now) {
        return switch (meaning) {
            case STOP -> stop(reply, conversation);
            case START -> start(reply, conversation);
            case HELP, CONFIRM, CHANGE, WORDS ->
                conversation.isAmbiguous()
                        ? link(reply, conversation, now)
                        : conversation
                                .find()
                                .map(message -> answer(reply, meaning, message, now))
                                .orElse(Outcome.KEPT);
        };
    }

    /** A sender that organizations share is stopped for all of them. */
    private Outcome stop(StoredReply reply, Conversation conversation) {
        optOuts.addByReply(actor(conversation), reply.gatewayOwner(), Channel.SMS, reply.from(), reply.id());
        return Outcome.OPTED_OUT;
    }

    private Outcome start(StoredReply reply, Conversation conversation) {
        optOuts.remove(actor(conversation), reply.gatewayOwner(), Channel.SMS, reply.from());
        return Outcome.OPTED_IN;
    }

    private Outcome link(StoredReply reply, Conversation conversation, Instant now) {
        return conversation
                        .last()
                        .filter(message -> answers.link(reply, message, now))
                        .isPresent()
                ? Outcome.LINKED
                : Outcome.KEPT;
    }

    private Outcome answer(StoredReply reply, Meaning meaning, Answered message, Instant now) {
        if (meaning == Meaning.HELP) {
            return answers.help(reply, message, now) ? Outcome.HELPED : Outcome.KEPT;
        }
        if (meaning == Meaning.CONFIRM && isConfirmed(message)) {
            return Outcome.CONFIRMED;
        }
        return staff.tell(reply, message, meaning, now) ? Outcome.TOLD : Outcome.KEPT;
    }

    private boolean isConfirmed(Answered message) {
        var event = message.told().map(ReplyReceived::new);
        event.ifPresent(received::fire);
        return event.filter(ReplyReceived::isConfirmed).isPresent();
    }

    private static Actor actor(Conversation conversation) {
        return conversation
                .find()
                .flatMap(Answered::clientId)
                .map(Actor::client)
                .orElseGet(Actor::system);
    }
}
