package org.bookbell.access.token;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.access.Scope;
import org.bookbell.access.Secrets;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The API tokens of an organization. */
@UseCase
public class ApiTokens {

    private static final String PREFIX = "bbk_";
    private static final Pattern SECRET = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int LONGEST_NAME = 80;
    /** The last use is noted no more often than this, so that most requests only read. */
    private static final Duration STEP = Duration.ofMinutes(5);

    private static final String TOKENS =
            "SELECT id, member_id, name, scopes, created_at, last_used_at, revoked_at FROM api_token";
    private static final Row.Reader<ApiToken> TOKEN = row -> new ApiToken(
            row.getLong("id"),
            row.getLong("member_id"),
            row.getText("name"),
            Scope.parse(row.getText("scopes")),
            row.getInstant("created_at"),
            row.findInstant("last_used_at"),
            row.findInstant("revoked_at"));

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public ApiTokens(Sql sql, Ids ids, Clock clock, Audit audit) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Makes a token for an organization.
     *
     * @param memberId the member who makes it and whose rights bound it
     */
    public NewApiToken create(Actor actor, long organizationId, long memberId, String name, Set<Scope> scopes) {
        var faults = new Faults();
        faults.check(
                !name.isBlank() && name.strip().length() <= LONGEST_NAME,
                "/name",
                "The name must have 1 to 80 characters and say what the token is for.");
        faults.check(!scopes.isEmpty(), "/scopes", "The scopes must be some of \"read\", \"book\" and \"manage\".");
        faults.throwIfAny();
        var secret = PREFIX + Secrets.token();
        var token = new ApiToken(
                ids.next(), memberId, name.strip(), scopes, clock.instant(), Optional.empty(), Optional.empty());
        sql.update(
                "INSERT INTO api_token (id, organization_id, member_id, name, token_hash, scopes, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                organizationId,
                memberId,
                token.name(),
                Secrets.hash(secret),
                Scope.words(scopes),
                token.createdAt());
        audit.record(actor, organizationId, "apiToken.created", "apiToken", token.id(), Scope.words(scopes));
        return new NewApiToken(token, secret);
    }

    /** The newest first, revoked ones among them. */
    public List<ApiToken> list(long organizationId) {
        return sql.list(TOKENS + " WHERE organization_id = ? ORDER BY id DESC", TOKEN, organizationId);
    }

    /** Ends a token for good; one that ended before stays as it was. */
    public void revoke(Actor actor, long organizationId, long id) {
        var token = sql.find(TOKENS + " WHERE organization_id = ? AND id = ?", TOKEN, organizationId, id)
                .orElseThrow(() -> ProblemException.notFound("API token"));
        if (token.revokedAt().isEmpty()) {
            sql.update("UPDATE api_token SET revoked_at = ? WHERE id = ?", clock.instant(), id);
            audit.record(actor, organizationId, "apiToken.revoked", "apiToken", id, "");
        }
    }

    /** Whether a text may be the secret of a token at all. */
    public static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    /** Whether a use now is worth to be noted after the last one. */
    public static boolean isUseToNote(Optional<Instant> lastUsedAt, Instant now) {
        return lastUsedAt.filter(last -> last.plus(STEP).isAfter(now)).isEmpty();
    }

    /** Notes that a token was used just now. */
    public void noteUse(long id) {
        sql.update("UPDATE api_token SET last_used_at = ? WHERE id = ?", clock.instant(), id);
    }
}
