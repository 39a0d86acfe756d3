package org.bookbell.dispatch.billing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.credit.AtZero;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.message.calls.MessageCopy;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.NewCall;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Ends text messages that nobody pays for. Where the organization wants it so and the recipient takes e-mail, the same is
 * told by e-mail; otherwise the client goes on the call list. What is already on its way by e-mail is not told twice.
 */
@Dependent
public class WithoutCredit {

    private static final String EMAIL = "COALESCE(c.email, s.email, p.email)";
    private static final String QUESTION = "SELECT m.id, m.recipient_kind, m.useful_until, " + EMAIL + " AS email,"
            + " (SELECT COUNT(*) FROM opt_out o WHERE o.channel = 'EMAIL' AND o.address = " + EMAIL
            + " AND o.organization_id IN (0, m.organization_id))"
            + " + (SELECT COUNT(*) FROM contact_choice w WHERE w.organization_id = m.organization_id"
            + " AND w.recipient_kind = m.recipient_kind AND w.recipient_id = m.recipient_id"
            + " AND w.message_kind = m.kind AND w.channel = 'EMAIL' AND w.wanted = FALSE)"
            + " + (SELECT COUNT(*) FROM failing_number f WHERE f.organization_id = m.organization_id"
            + " AND f.address = c.email) AS rejections,"
            + " (SELECT COUNT(*) FROM message t WHERE " + twin("t")
            + " AND t.state IN ('PLANNED', 'CLAIMED', 'SUBMITTING', 'UNCLEAR', 'ACCEPTED', 'UNKNOWN', 'DELIVERED')"
            + " AND t.due_at >= m.due_at - INTERVAL '1' HOUR AND t.due_at < m.useful_until) AS told,"
            + " (SELECT COUNT(*) FROM message t WHERE " + twin("t") + " AND t.rule_id = -m.id) AS planned"
            + " FROM message m"
            + " LEFT JOIN client c ON m.recipient_kind = 'CLIENT' AND c.id = m.recipient_id"
            + " LEFT JOIN staff s ON m.recipient_kind = 'STAFF' AND s.id = m.recipient_id"
            + " LEFT JOIN member p ON m.recipient_kind = 'MEMBER' AND p.id = m.recipient_id WHERE m.id IN ";
    private final JobsDatabase database;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public WithoutCredit(JobsDatabase database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** How a recipient is told instead. */
    private enum Instead {
        BY_EMAIL("no credit is left for text messages; it is sent by e-mail instead"),
        TOLD_ALREADY("no credit is left for text messages; an e-mail tells the same"),
        BY_PHONE("no credit is left for text messages");

        private final String words;

        Instead(String words) {
            this.words = words;
        }
    }

    private record Way(long messageId, @Nullable String email, Instant usefulUntil, Instead instead) {

        static Way read(Row row, AtZero policy) throws SQLException {
            var email = row.findText("email").orElse(null);
            return new Way(row.getLong("id"), email, row.getInstant("useful_until"), choose(row, policy, email));
        }

        private static Instead choose(Row row, AtZero policy, @Nullable String email) throws SQLException {
            if (row.getInt("told") > 0) {
                return Instead.TOLD_ALREADY;
            }
            // only clients are called, so that nobody else has anything but e-mail
            var wantsMail = policy == AtZero.EMAIL_INSTEAD
                    || !row.getText("recipient_kind").equals("CLIENT");
            var mayMail = wantsMail && email != null && row.getInt("rejections") == 0;
            return mayMail && row.getInt("planned") == 0 ? Instead.BY_EMAIL : Instead.BY_PHONE;
        }
    }

    /** An e-mail about the same, to the same recipient. */
    private static String twin(String name) {
        return "%1$s.appointment_id = m.appointment_id AND %1$s.occurrence = m.occurrence AND %1$s.kind = m.kind"
                        .formatted(name)
                + " AND %1$s.channel = 'EMAIL' AND %1$s.recipient_kind = m.recipient_kind".formatted(name)
                + " AND %1$s.recipient_id = m.recipient_id".formatted(name);
    }

    /** Ends claims of one organization; one that is no longer this node's is left alone. */
    void end(List<ClaimedSms> unpaid) {
        if (unpaid.isEmpty()) {
            return;
        }
        var now = clock.instant();
        database.inTransaction(sql -> {
            var policy = policy(sql, unpaid.get(0).organizationId());
            var ways = ways(sql, unpaid, policy);
            var ended = new EnumMap<Instead, List<Way>>(Instead.class);
            var counts = skip(sql, unpaid, ways, now);
            for (int i = 0; i < counts.length; i++) {
                var way = ways.get(unpaid.get(i).messageId());
                if (counts[i] == 1 && way != null) {
                    ended.computeIfAbsent(way.instead(), none -> new ArrayList<>())
                            .add(way);
                }
            }
            ended.forEach((instead, some) -> note(sql, instead, some, now));
            mail(sql, ended.getOrDefault(Instead.BY_EMAIL, List.of()), now);
            call(sql, ended.getOrDefault(Instead.BY_PHONE, List.of()), now);
            return counts.length;
        });
    }

    private static AtZero policy(Sql sql, long organization) {
        return sql.find(
                        "SELECT at_zero FROM credit_account WHERE organization_id = ?",
                        row -> AtZero.valueOf(row.getText("at_zero")),
                        organization)
                .orElse(AtZero.EMAIL_INSTEAD);
    }

    private static Map<Long, Way> ways(Sql sql, List<ClaimedSms> unpaid, AtZero policy) {
        var ways = new HashMap<Long, Way>();
        sql.list(
                        QUESTION + Sql.marks(unpaid.size()),
                        row -> Way.read(row, policy),
                        unpaid.stream().map(ClaimedSms::messageId).toArray())
                .forEach(way -> ways.put(way.messageId(), way));
        return ways;
    }

    private static int[] skip(Sql sql, List<ClaimedSms> unpaid, Map<Long, Way> ways, Instant now) {
        return sql.batch(
                "UPDATE message SET state = 'SKIPPED', state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id = ? AND claim_fence = ? AND state = 'CLAIMED'",
                unpaid.stream()
                        .map(sms -> new @Nullable Object[] {
                            now,
                            RetryRule.NEVER,
                            SkipReason.NO_CREDIT,
                            Optional.ofNullable(ways.get(sms.messageId()))
                                    .map(way -> way.instead().words)
                                    .orElse(Instead.BY_PHONE.words),
                            sms.messageId(),
                            sms.fence()
                        })
                        .toList());
    }

    private void note(Sql sql, Instead instead, List<Way> ways, Instant now) {
        sql.insertAll(
                "INSERT INTO message_event (id, message_id, state, happened_at, detail) VALUES (?, ?, 'SKIPPED', ?, ?)",
                ways.stream()
                        .map(way -> new @Nullable Object[] {ids.next(), way.messageId(), now, instead.words})
                        .toList());
    }

    private void mail(Sql sql, List<Way> ways, Instant now) {
        for (var way : ways) {
            if (way.email() != null) {
                new MessageCopy(way.messageId(), Channel.EMAIL, way.email(), way.usefulUntil())
                        .plan(sql, ids, now, "instead of a text message, for which no credit is left");
            }
        }
    }

    private void call(Sql sql, List<Way> ways, Instant now) {
        CallList.put(
                sql,
                ways.stream()
                        .map(way -> new NewCall(
                                ids.next(), way.messageId(), SkipReason.NO_CREDIT.name(), Instead.BY_PHONE.words, now))
                        .toList());
    }
}
