package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bookbell.dispatch.Attempts.Answer;
import org.bookbell.dispatch.ReceiptMatch.Stored;
import org.bookbell.dispatch.ReceiptMatch.Target;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Finds receipts that were faster than the answers that name their messages. A receipt is committed before its attempt is
 * looked for, an answer before its receipts are: so one of both finds the other.
 */
@Dependent
class EarlyReceipts {

    private final JobsDatabase database;
    private final ReceiptMatch match;
    private final Clock clock;

    @Inject
    EarlyReceipts(JobsDatabase database, ReceiptMatch match, Clock clock) {
        this.database = database;
        this.match = match;
        this.clock = clock;
    }

    private record Early(
            long id, String gateway, String providerMessageId, Receipt.State state, Optional<String> code) {

        static Early read(Row row) throws SQLException {
            return new Early(
                    row.getLong("id"),
                    row.getText("gateway"),
                    row.getText("provider_message_id"),
                    Receipt.State.valueOf(row.getText("state")),
                    row.findText("code"));
        }
    }

    /** Applies what came early for any of {@code answers}, which are committed. */
    void match(List<Answer> answers) {
        var gateways = answers.stream().map(Answer::gateway).distinct().toList();
        for (var gateway : gateways) {
            var named = answers.stream()
                    .filter(answer -> answer.gateway().equals(gateway))
                    .filter(answer -> answer.providerMessageId().isPresent())
                    .toList();
            if (!named.isEmpty()) {
                database.inTransaction(sql -> match(sql, gateway, named));
            }
        }
    }

    private int match(Sql sql, String gateway, List<Answer> answers) {
        var parameters = new ArrayList<Object>();
        parameters.add(gateway);
        answers.forEach(answer -> parameters.add(answer.providerMessageId().orElseThrow()));
        var early = sql.list(
                "SELECT id, gateway, provider_message_id, state, code FROM receipt WHERE attempt_id IS NULL"
                        + " AND gateway = ? AND provider_message_id IN " + Sql.marks(answers.size()) + " ORDER BY id",
                Early::read,
                parameters.toArray());
        for (var receipt : early) {
            answers.stream()
                    .filter(answer ->
                            Objects.equals(answer.providerMessageId().orElse(null), receipt.providerMessageId()))
                    .findFirst()
                    .flatMap(answer ->
                            sql.find(Target.QUESTION + " AND a.id = ?", Target::read, gateway, answer.attemptId()))
                    .ifPresent(target -> match.apply(
                            sql, new Stored(receipt.id(), receipt.state(), receipt.code()), target, clock.instant()));
        }
        return early.size();
    }
}
