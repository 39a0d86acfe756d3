package org.bookbell.access.member;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;

/** The accounts of all who sign in, above organizations. */
@Dependent
public class Accounts {

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Passwords passwords;

    @Inject
    public Accounts(Sql sql, Ids ids, Clock clock, Passwords passwords) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
    }

    Optional<Long> findByEmail(String email) {
        return sql.find("SELECT id FROM member WHERE email = ?", row -> row.getLong("id"), email);
    }

    String emailOf(long memberId) {
        return sql.find("SELECT email FROM member WHERE id = ?", row -> row.getText("email"), memberId)
                .orElseThrow(() -> new IllegalStateException("member must exist"));
    }

    long open(String email, String name, String password, Locale locale, boolean isOperator) {
        var id = ids.next();
        sql.update(
                "INSERT INTO member (id, email, name, password_hash, operator, locale, created_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
                id,
                email,
                name.strip(),
                passwords.hash(password),
                isOperator,
                locale.toLanguageTag(),
                clock.instant());
        return id;
    }

    boolean hasOperator() {
        return sql.count("SELECT COUNT(*) FROM member WHERE operator = TRUE AND disabled_at IS NULL") > 0;
    }

    /** Lets somebody in again who had belonged nowhere. */
    void enable(long memberId) {
        sql.update(
                "UPDATE member SET disabled_at = NULL, version = version + 1 WHERE id = ? AND disabled_at IS NOT NULL",
                memberId);
    }

    void disableIfHomeless(long memberId) {
        var disabled = sql.update(
                "UPDATE member SET disabled_at = ?, version = version + 1 WHERE id = ? AND operator = FALSE"
                        + " AND NOT EXISTS (SELECT 1 FROM membership s WHERE s.member_id = member.id)",
                clock.instant(),
                memberId);
        if (disabled > 0) {
            endSessions(memberId);
        }
    }

    /** Whether this account opens more than this organization. */
    boolean isKnownElsewhere(long organizationId, long memberId) {
        return sql.count(
                        "SELECT (SELECT COUNT(*) FROM membership WHERE member_id = ? AND organization_id <> ?)"
                                + " + (SELECT COUNT(*) FROM member WHERE id = ? AND operator = TRUE)",
                        memberId,
                        organizationId,
                        memberId)
                > 0;
    }

    /** Changes the password and ends all sessions. */
    void changePassword(long memberId, String password) {
        keepPassword(memberId, passwords.hash(password));
        endSessions(memberId);
    }

    void keepPassword(long memberId, String passwordHash) {
        sql.update("UPDATE member SET password_hash = ?, version = version + 1 WHERE id = ?", passwordHash, memberId);
    }

    void revokeTokens(long organizationId, long memberId) {
        sql.update(
                "UPDATE api_token SET revoked_at = ? WHERE organization_id = ? AND member_id = ? AND revoked_at IS NULL",
                clock.instant(),
                organizationId,
                memberId);
    }

    private void endSessions(long memberId) {
        sql.update("DELETE FROM member_session WHERE member_id = ?", memberId);
    }
}
