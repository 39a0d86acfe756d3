package org.bookbell.access.session;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.RemoteAddress;
import org.bookbell.access.Secrets;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * Counts failed sign-ins for each e-mail, whether there is such an account or not, and for each remote address. An
 * attempt counts as failed from its begin, so that many at once do not slip by.
 */
@UseCase
public class SignInAttempts {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_BY_EMAIL = 10;
    /** A school signs in from one address. */
    private static final int MOST_BY_ADDRESS = 50;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public SignInAttempts(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An attempt that was let through.
     *
     * @param failures the rows to take back if it succeeds
     * @param account the account with that e-mail
     */
    public record Attempt(List<Long> failures, Optional<Account> account) {}

    /** What a password has to match. */
    record Account(long memberId, String passwordHash) {}

    public Attempt begin(String email, String remoteAddress) {
        var byEmail = Secrets.hash("email " + email);
        var byAddress = Secrets.hash("address " + RemoteAddress.network(remoteAddress));
        if (failures(byEmail) >= MOST_BY_EMAIL || failures(byAddress) >= MOST_BY_ADDRESS) {
            throw ProblemException.tooMany("There were too many failed sign-ins; try again in 15 minutes.", WINDOW);
        }
        return new Attempt(List.of(add(byEmail), add(byAddress)), findAccount(email));
    }

    public void succeeded(Attempt attempt) {
        attempt.failures().forEach(id -> sql.update("DELETE FROM sign_in_failure WHERE id = ?", id));
    }

    private Optional<Account> findAccount(String email) {
        return sql.find(
                "SELECT id, password_hash FROM member WHERE email = ? AND disabled_at IS NULL",
                row -> new Account(row.getLong("id"), row.getText("password_hash")),
                email);
    }

    private long failures(byte[] subject) {
        return sql.count(
                "SELECT COUNT(*) FROM sign_in_failure WHERE subject_hash = ? AND failed_at > ?",
                subject,
                clock.instant().minus(WINDOW));
    }

    private long add(byte[] subject) {
        var id = ids.next();
        sql.update(
                "INSERT INTO sign_in_failure (id, subject_hash, failed_at) VALUES (?, ?, ?)",
                id,
                subject,
                clock.instant());
        return id;
    }
}
