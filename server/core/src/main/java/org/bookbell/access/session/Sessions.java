package org.bookbell.access.session;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bookbell.access.Secrets;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The sessions in the database, each known by the hash of its token. */
@UseCase
public class Sessions {

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(30);
    /** An end is moved no more often than this, so that most requests only read. */
    private static final Duration STEP = Duration.ofMinutes(10);

    private final Sql sql;
    private final Callers callers;
    private final Clock clock;

    @Inject
    public Sessions(Sql sql, Callers callers, Clock clock) {
        this.sql = sql;
        this.callers = callers;
        this.clock = clock;
    }

    /** Begins a session of a member who has proved to be one. */
    public Session open(long memberId) {
        var token = Secrets.token();
        var now = clock.instant();
        sql.update(
                "INSERT INTO member_session (token_hash, member_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                Secrets.hash(token),
                memberId,
                now,
                now.plus(IDLE));
        var caller = callers.find(memberId)
                .orElseThrow(() -> new IllegalStateException("member must exist to have a session"));
        return new Session(token, caller, now.plus(IDLE));
    }

    /** Whether the session's end is to be moved on, now that it is used. */
    static boolean isToMove(Callers.InSession session, Instant now) {
        return session.expiresAt().plus(STEP).isBefore(end(session, now));
    }

    /** Lets a session that is used last longer. */
    public void move(String token, Callers.InSession session) {
        sql.update(
                "UPDATE member_session SET expires_at = ? WHERE token_hash = ?",
                end(session, clock.instant()),
                Secrets.hash(token));
    }

    public void close(String token) {
        sql.update("DELETE FROM member_session WHERE token_hash = ?", Secrets.hash(token));
    }

    /** Ends all sessions of a member but the one with this token. */
    public void closeOthers(long memberId, String keptToken) {
        sql.update(
                "DELETE FROM member_session WHERE member_id = ? AND token_hash <> ?",
                memberId,
                Secrets.hash(keptToken));
    }

    private static Instant end(Callers.InSession session, Instant now) {
        var idle = now.plus(IDLE);
        var longest = session.createdAt().plus(LONGEST);
        return idle.isBefore(longest) ? idle : longest;
    }
}
