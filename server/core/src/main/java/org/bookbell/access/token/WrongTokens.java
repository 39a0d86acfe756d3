package org.bookbell.access.token;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.bookbell.access.RemoteAddress;
import org.bookbell.access.Secrets;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * Counts wrong secrets of public addresses by the network they come from, so that whoever tries many is told to stop. A
 * right secret is never counted: a big calendar service asks for those of many people from one address.
 */
@UseCase
public class WrongTokens {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST = 60;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public WrongTokens(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** Counts one, or refuses it where there were too many: those that are refused cost no row. */
    public void count(String remoteAddress) {
        var network = Secrets.hash("wrong token from " + RemoteAddress.network(remoteAddress));
        var now = clock.instant();
        var many = sql.count(
                "SELECT COUNT(*) FROM sign_in_failure WHERE subject_hash = ? AND failed_at > ?",
                network,
                now.minus(WINDOW));
        if (many >= MOST) {
            throw ProblemException.tooMany(
                    "Too many wrong addresses were asked for from here; try again in 15 minutes.", WINDOW);
        }
        sql.update(
                "INSERT INTO sign_in_failure (id, subject_hash, failed_at) VALUES (?, ?, ?)", ids.next(), network, now);
    }
}
