package org.bookbell.dispatch.reply;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers a reply by a message of the organization that was answered, to one address once an hour at most. */
@Dependent
class SmsAnswers {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final Sql sql;
    private final Alerts alerts;
    private final String publicUrl;

    @Inject
    SmsAnswers(
            Sql sql,
            Alerts alerts,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.alerts = alerts;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** Says who sends and how to stop it; answers whether it did. */
    boolean help(StoredReply reply, Answered message, Instant now) {
        return send("help", reply, message, now);
    }

    /** Sends the link of the last appointment, which leads to the one who is meant; answers whether it did. */
    boolean link(StoredReply reply, Answered message, Instant now) {
        return selfLink(message).isPresent() && send("link", reply, message, now);
    }

    private boolean send(String name, StoredReply reply, Answered message, Instant now) {
        if (wasAnswered(reply, now)) {
            return false;
        }
        var to = message.facts().to();
        var recipient = new Recipient(
                message.audience(), message.recipientId(), to.name(), to.locale(), to.zone(), null, reply.from());
        var text = ReplyTexts.in(to.locale())
                .fill(
                        name,
                        Map.of(
                                "phone",
                                        message.house()
                                                .phone()
                                                .map(phone -> phone + ".")
                                                .orElse(""),
                                "link", selfLink(message).orElse("")));
        alerts.tell(
                Actor.system(),
                message.house().id(),
                recipient,
                Channel.SMS,
                message.house().name(),
                text.replaceAll(" +", " ").strip());
        sql.update("UPDATE reply SET answered_at = ? WHERE id = ?", now, reply.id());
        return true;
    }

    private boolean wasAnswered(StoredReply reply, Instant now) {
        // what was answered within the hour came a little before it was
        return sql.count(
                        "SELECT COUNT(*) FROM reply WHERE address = ? AND received_at > ? AND answered_at > ?",
                        reply.from(),
                        now.minus(PAUSE.multipliedBy(24)),
                        now.minus(PAUSE))
                > 0;
    }

    private Optional<String> selfLink(Answered message) {
        return Optional.ofNullable(message.facts().appointment())
                .flatMap(told -> Optional.ofNullable(told.visit().selfToken()))
                .map(token -> publicUrl + "/self/" + token);
    }
}
