package org.bookbell.dispatch.attempt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bookbell.dispatch.attempt.ReceiptMatch.Stored;
import org.bookbell.dispatch.attempt.ReceiptMatch.Target;
import org.bookbell.dispatch.attempt.Recordings.Answer;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Finds receipts that were faster than the answers that name their messages. A receipt is committed before its attempt is
 * looked for, an answer before its receipts are: so one of both finds the other.
 */
@Dependent
public class EarlyReceipts {

    private final JobsDatabase database;
    private final ReceiptMatch match;
    private final Clock clock;

    @Inject
    public EarlyReceipts(JobsDatabase database, ReceiptMatch match, Clock clock) {
        this.database = database;
        this.match = match;
        this.clock = clock;
    }

    private record Early(String providerMessageId, Stored receipt) {

        static Early read(Row row) throws SQLException {
            return new Early(row.getText("provider_message_id"), Stored.read(row));
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
            // few are early, and to look costs a third of a transaction
            boolean isAnyEarly = !named.isEmpty()
                    && !database.withoutTransaction(sql -> find(sql, gateway, named))
                            .isEmpty();
            if (isAnyEarly) {
                database.inTransaction(sql -> match(sql, gateway, named));
            }
        }
    }

    private static List<Early> find(Sql sql, String gateway, List<Answer> answers) {
        var parameters = new ArrayList<Object>();
        parameters.add(gateway);
        var named = Sql.padded(answers);
        named.forEach(answer -> parameters.add(answer.providerMessageId().orElseThrow()));
        return sql.list(
                "SELECT id, provider_message_id, state, code, reason FROM receipt WHERE attempt_id IS NULL"
                        + " AND gateway = ? AND provider_message_id IN " + Sql.marks(named.size()) + " ORDER BY id",
                Early::read,
                parameters.toArray());
    }

    private int match(Sql sql, String gateway, List<Answer> answers) {
        var early = find(sql, gateway, answers);
        for (var receipt : early) {
            answers.stream()
                    .filter(answer ->
                            Objects.equals(answer.providerMessageId().orElse(null), receipt.providerMessageId()))
                    .findFirst()
                    .flatMap(answer ->
                            sql.find(Target.QUESTION + " AND a.id = ?", Target::read, gateway, answer.attemptId()))
                    .ifPresent(target -> match.apply(sql, receipt.receipt(), target, clock.instant()));
        }
        return early.size();
    }
}
