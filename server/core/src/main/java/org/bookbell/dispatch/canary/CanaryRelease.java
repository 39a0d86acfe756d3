package org.bookbell.dispatch.canary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageFacts.Words;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.Recipient;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;

/**
 * Writes a canary into the ledger. It belongs to the server and to nobody's bill, names the one gateway that it may go
 * over, and is worth sending as long as its receipt is waited for.
 */
@Dependent
public class CanaryRelease {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    /** Organization 0: the server itself. */
    private static final long SERVER = 0;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Standings standings;
    private final History history;
    private final Ids ids;

    @Inject
    public CanaryRelease(Standings standings, History history, Ids ids) {
        this.standings = standings;
        this.history = history;
        this.ids = ids;
    }

    /** Plans one for {@code now}, in the caller's transaction, and answers the id of its message. */
    long release(Sql sql, String gateway, Channel channel, String address, Instant now) {
        var id = ids.next();
        var patience = standings.patience(sql, gateway);
        var usefulUntil = now.plus(patience.compareTo(SHORTEST) < 0 ? SHORTEST : patience);
        sql.update(
                "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel, recipient_kind,"
                        + " recipient_id, address, due_at, useful_until, try_at, state, state_at, facts, revision,"
                        + " attempts, gateway, created_at)"
                        + " VALUES (?, ?, 0, 0, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)",
                id,
                SERVER,
                MessageKind.CANARY,
                channel,
                Audience.MEMBER,
                address,
                now,
                usefulUntil,
                now,
                MessageState.PLANNED,
                now,
                facts(gateway, channel, address, now).toJson(),
                gateway,
                now);
        sql.update("INSERT INTO canary_flight (message_id, gateway, sent_at) VALUES (?, ?, ?)", id, gateway, now);
        history.add(sql, List.of(new History.Event(id, MessageState.PLANNED, now, null, "a canary over " + gateway)));
        return id;
    }

    private static MessageFacts facts(String gateway, Channel channel, String address, Instant now) {
        var text = "Canary of the gateway " + gateway + ", " + MINUTE.format(now)
                + " UTC. This is a test that messages arrive; there is nothing to do.";
        var recipient = new Recipient(
                Audience.MEMBER,
                0,
                "operator",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                channel == Channel.EMAIL ? address : null,
                channel == Channel.SMS ? address : null);
        return MessageFacts.of(new Words("Bookbell", "Canary of the gateway " + gateway, text), recipient);
    }
}
