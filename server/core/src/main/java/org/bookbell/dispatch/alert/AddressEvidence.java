package org.bookbell.dispatch.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.client.FailingAddress;
import org.bookbell.message.MessageState;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Which numbers and e-mail addresses new calls speak against: one that a gateway says cannot exist or is never reached, and
 * one whose last three messages all failed, whatever the gateways said.
 */
@Dependent
class AddressEvidence {

    /** What a plugin says of an address that cannot exist or is never reached, whatever its provider's codes are. */
    private static final String PERMANENT = RefusalReason.INVALID_RECIPIENT.name();

    private static final Set<MessageState> FAILED = Set.of(MessageState.REFUSED, MessageState.UNDELIVERED);
    private static final int RUNNING = 3;

    /** How many calls one turn examines; the others wait for the next e-mail. */
    private static final int MOST = 200;

    private static final String SUSPECTS = "SELECT m.id, m.organization_id, m.recipient_id, m.channel, m.address"
            + " FROM call_list c JOIN message m ON m.id = c.message_id JOIN client k ON k.id = m.recipient_id"
            + " AND m.address = CASE m.channel WHEN 'SMS' THEN k.mobile ELSE k.email END"
            + " WHERE m.recipient_kind = 'CLIENT' AND m.state IN ('REFUSED', 'UNDELIVERED')"
            + " AND c.id IN ";
    private static final String LAST = "SELECT m.state, m.due_at, m.reason_code,"
            + " (SELECT MAX(a.reason) FROM attempt a WHERE a.message_id = m.id AND a.reason = ?) AS permanent"
            + " FROM message m WHERE m.organization_id = ? AND m.recipient_kind = 'CLIENT' AND m.recipient_id = ?"
            + " AND m.channel = ? AND m.address = ? AND m.attempts > 0 ORDER BY m.due_at DESC, m.id DESC LIMIT "
            + RUNNING;

    private final JobsDatabase database;

    @Inject
    AddressEvidence(JobsDatabase database) {
        this.database = database;
    }

    private record Suspect(long organizationId, long clientId, String channel, String address) {

        static Suspect read(Row row) throws SQLException {
            return new Suspect(
                    row.getLong("organization_id"),
                    row.getLong("recipient_id"),
                    row.getText("channel"),
                    row.getText("address"));
        }
    }

    private record Past(MessageState state, Instant dueAt, Optional<String> code, Optional<String> permanent) {

        static Past read(Row row) throws SQLException {
            var code = row.findText("reason_code");
            return new Past(
                    MessageState.valueOf(row.getText("state")),
                    row.getInstant("due_at"),
                    code,
                    row.findText("permanent").or(() -> code.filter(PERMANENT::equals)));
        }
    }

    List<CallAlertDraft.Failing> find(Collection<Long> callIds) {
        var some = callIds.stream().limit(MOST).toArray();
        if (some.length == 0) {
            return List.of();
        }
        return database.withoutTransaction(sql -> {
            var failing = new ArrayList<CallAlertDraft.Failing>();
            for (var suspect : new HashSet<>(sql.list(SUSPECTS + Sql.marks(some.length), Suspect::read, some))) {
                judge(sql, suspect)
                        .ifPresent(address -> failing.add(new CallAlertDraft.Failing(suspect.clientId(), address)));
            }
            return failing;
        });
    }

    private static Optional<FailingAddress> judge(Sql sql, Suspect suspect) {
        var last = sql.list(
                LAST,
                Past::read,
                PERMANENT,
                suspect.organizationId(),
                suspect.clientId(),
                suspect.channel(),
                suspect.address());
        return judge(suspect.address(), last);
    }

    /** Judges by the last messages, the latest first. */
    private static Optional<FailingAddress> judge(String address, List<Past> last) {
        if (last.isEmpty() || !FAILED.contains(last.get(0).state())) {
            return Optional.empty();
        }
        var latest = last.get(0);
        var code = latest.permanent().or(latest::code).orElse("REFUSED");
        if (latest.permanent().isPresent()) {
            return Optional.of(new FailingAddress(address, latest.dueAt(), code));
        }
        boolean isRow = last.size() == RUNNING && last.stream().allMatch(each -> FAILED.contains(each.state()));
        return isRow
                ? Optional.of(new FailingAddress(address, last.get(RUNNING - 1).dueAt(), code))
                : Optional.empty();
    }
}
