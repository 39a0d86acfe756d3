package org.bookbell.access.idempotency;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.transaction.UseCase;

/**
 * Lets a request take effect once: its key, what it did and what it was answered stand in one transaction. A key is
 * known for 24 hours; a request that failed leaves none behind.
 */
@UseCase
public class Idempotency {

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Idempotency(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * The answer to {@code request}: that of {@code work}, or the one given before.
     *
     * @param work runs in this transaction, at most once
     */
    public Answer once(IdempotentRequest request, Supplier<Answer> work) {
        var given = find(request).or(() -> begin(request));
        if (given.isPresent()) {
            return given.get();
        }
        var answer = work.get();
        sql.update(
                "UPDATE idempotency SET answer_status = ?, answer = ?"
                        + " WHERE organization_id = ? AND caller = ? AND request_key = ?",
                answer.status(),
                answer.body(),
                request.organizationId(),
                request.caller(),
                request.key());
        return answer;
    }

    /** Claims the key; a rival who has just claimed it is waited for, and its answer is the answer. */
    private Optional<Answer> begin(IdempotentRequest request) {
        try {
            sql.update(
                    "INSERT INTO idempotency (organization_id, caller, request_key, body_hash, answer_status,"
                            + " created_at) VALUES (?, ?, ?, ?, 0, ?)",
                    request.organizationId(),
                    request.caller(),
                    request.key(),
                    request.bodyHash(),
                    clock.instant());
            return Optional.empty();
        } catch (SqlException failure) {
            if (SqlException.isDuplicate(failure)) {
                return find(request);
            }
            throw failure;
        }
    }

    private Optional<Answer> find(IdempotentRequest request) {
        return sql.find(
                        "SELECT body_hash, answer_status, answer FROM idempotency"
                                + " WHERE organization_id = ? AND caller = ? AND request_key = ?",
                        row -> new Given(
                                MessageDigest.isEqual(row.getBytes("body_hash"), request.bodyHash()),
                                new Answer(
                                        row.getInt("answer_status"),
                                        row.findText("answer").orElse(""))),
                        request.organizationId(),
                        request.caller(),
                        request.key())
                .map(Given::answer);
    }

    private record Given(boolean isSameRequest, Answer stored) {

        Answer answer() {
            if (!isSameRequest) {
                throw new ProblemException(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "This Idempotency-Key was sent with another request in the last 24 hours; draw a new key.");
            }
            return stored;
        }
    }
}
