package org.bookbell.dispatch.unknown;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.dispatch.unknown.UnknownRule.Act;
import org.bookbell.dispatch.unknown.UnknownRule.Step;
import org.bookbell.dispatch.unknown.UnknownRule.Unknown;
import org.bookbell.message.calls.CallSettings;
import org.bookbell.message.calls.MessageCopy;
import org.bookbell.message.calls.UnknownPolicy;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.NewCall;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does for each message that is unknown what its organization decided. */
@Dependent
public class UnknownMessages implements Chore {

    private static final int AT_ONCE = 500;
    private static final int MOST_ROUNDS = 10;
    private static final String WAITING = "SELECT m.id, m.channel, m.state_at, m.useful_until, m.appointment_start,"
            + " o.zone, s.unknown_policy, k.email,"
            + " (SELECT COUNT(*) FROM opt_out x WHERE x.channel = 'EMAIL' AND x.address = k.email"
            + " AND x.organization_id IN (0, m.organization_id)) AS opted_out,"
            + " (SELECT COUNT(*) FROM contact_choice w WHERE w.organization_id = m.organization_id"
            + " AND w.recipient_kind = 'CLIENT' AND w.recipient_id = k.id AND w.message_kind = m.kind"
            + " AND w.channel = 'EMAIL' AND w.wanted = FALSE)"
            + " + (SELECT COUNT(*) FROM failing_number f WHERE f.organization_id = m.organization_id"
            + " AND f.address = k.email) AS unwanted,"
            + " (SELECT COUNT(*) FROM message e WHERE e.appointment_id = m.appointment_id"
            + " AND e.occurrence = m.occurrence AND e.kind = m.kind AND e.channel = 'EMAIL'"
            + " AND e.recipient_id = m.recipient_id AND e.state IN ('CLAIMED', 'SUBMITTING', 'ACCEPTED', 'DELIVERED'))"
            + " AS told"
            + " FROM message m LEFT JOIN organization o ON o.id = m.organization_id"
            + " LEFT JOIN call_settings s ON s.organization_id = m.organization_id"
            + " LEFT JOIN client k ON m.recipient_kind = 'CLIENT' AND k.id = m.recipient_id"
            + " WHERE m.state = 'UNKNOWN' AND m.try_at <= ? ORDER BY m.try_at LIMIT " + AT_ONCE;

    private final JobsDatabase database;
    private final Ids ids;
    private final Clock clock;
    private final UnknownPolicy usual;

    @Inject
    public UnknownMessages(
            JobsDatabase database,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "bookbell.call-list.unknown", defaultValue = "CALL_LIST") String usual) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.usual = CallSettings.parse(usual);
    }

    private record Waiting(
            long id, Instant stateAt, Optional<UnknownPolicy> policy, Optional<String> email, Unknown message) {

        static Waiting read(Row row) throws SQLException {
            var email = row.findText("email");
            var mayGoByEmail = email.isPresent()
                    && row.getText("channel").equals(Channel.SMS.name())
                    && row.getInt("opted_out") == 0
                    && row.getInt("unwanted") == 0;
            return new Waiting(
                    row.getLong("id"),
                    row.getInstant("state_at"),
                    row.findText("unknown_policy").map(UnknownPolicy::valueOf),
                    email,
                    new Unknown(
                            row.getInstant("useful_until"),
                            row.findInstant("appointment_start"),
                            row.findText("zone").map(ZoneId::of).orElse(ZoneOffset.UTC),
                            mayGoByEmail,
                            row.getInt("told") > 0));
        }
    }

    @Override
    public void run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (decideSome() < AT_ONCE) {
                return;
            }
        }
    }

    private int decideSome() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.inTransaction(sql -> {
            var waiting = sql.list(WAITING, Waiting::read, now);
            waiting.forEach(each -> act(sql, each, now));
            return waiting.size();
        });
    }

    private void act(Sql sql, Waiting waiting, Instant now) {
        var step = UnknownRule.decide(waiting.policy().orElse(usual), waiting.message(), now);
        int decided = sql.update(
                "UPDATE message SET try_at = ? WHERE id = ? AND state = 'UNKNOWN' AND state_at = ?",
                step.lookAgainAt(),
                waiting.id(),
                waiting.stateAt());
        if (decided == 1) {
            carryOut(sql, waiting, step, now);
        }
    }

    private void carryOut(Sql sql, Waiting waiting, Step step, Instant now) {
        if (step.act() == Act.EMAIL) {
            var copy = new MessageCopy(
                    waiting.id(),
                    Channel.EMAIL,
                    waiting.email().orElseThrow(),
                    waiting.message().usefulUntil());
            copy.plan(sql, ids, now, "as well, since nobody knows whether the text message arrived");
        }
        if (step.act() == Act.CALL) {
            var call = new NewCall(ids.next(), waiting.id(), "UNKNOWN", "accepted, but no receipt came", now);
            CallList.put(sql, List.of(call));
        }
    }
}
