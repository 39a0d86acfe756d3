package org.bookbell.access.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.bookbell.access.Caller;
import org.bookbell.access.Role;
import org.bookbell.access.Scope;
import org.bookbell.access.Secrets;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** Reads who a member is and where, by one statement, since each request begins with it; a disabled member is nobody. */
@Dependent
public class Callers {

    private static final String MEMBER =
            "m.id, m.name, m.locale, m.operator, p.organization_id AS place, p.member_role, p.staff_id";
    private static final String PLACES =
            " LEFT JOIN membership p ON p.member_id = m.id WHERE m.disabled_at IS NULL AND ";

    private static final String BY_ID = "SELECT " + MEMBER + " FROM member m" + PLACES + "m.id = ?";
    private static final String BY_SESSION = "SELECT " + MEMBER + ", s.created_at, s.expires_at"
            + " FROM member_session s JOIN member m ON m.id = s.member_id" + PLACES
            + "s.token_hash = ? AND s.expires_at > ?";
    private static final String BY_API_TOKEN = "SELECT " + MEMBER
            + ", t.id AS token_id, t.organization_id, t.scopes, t.last_used_at"
            + " FROM api_token t JOIN member m ON m.id = t.member_id" + PLACES
            + "t.token_hash = ? AND t.revoked_at IS NULL";

    private final Sql sql;

    @Inject
    public Callers(Sql sql) {
        this.sql = sql;
    }

    /** Who shows a session that lasts from one time to another. */
    public record InSession(Caller caller, Instant createdAt, Instant expiresAt) {}

    /** Who shows an API token that was noted to be used before, if it was. */
    record WithToken(Caller caller, Caller.Token token, Optional<Instant> lastUsedAt) {

        boolean isOfMember() {
            return caller.isOperator() || caller.roleIn(token.organizationId()).isPresent();
        }
    }

    public Optional<Caller> find(long memberId) {
        return first(sql.list(BY_ID, row -> place(row, row.getLong("id")), memberId))
                .map(found -> found.caller(Optional.empty()));
    }

    /** Who shows the token of a session that has not ended at {@code now}. */
    Optional<InSession> findBySession(String token, Instant now) {
        return first(sql.list(
                        BY_SESSION,
                        row -> place(row, new Times(row.getInstant("created_at"), row.getInstant("expires_at"))),
                        Secrets.hash(token),
                        now))
                .map(found -> new InSession(
                        found.caller(Optional.empty()),
                        found.shown().createdAt(),
                        found.shown().expiresAt()));
    }

    /**
     * Who shows the secret of an API token, as the member who made it: nobody once it was revoked or that member belongs
     * to its organization no more.
     */
    Optional<WithToken> findByApiToken(String secret) {
        return first(sql.list(BY_API_TOKEN, row -> place(row, token(row)), Secrets.hash(secret)))
                .map(found -> new WithToken(
                        found.caller(Optional.of(found.shown().token())),
                        found.shown().token(),
                        found.shown().lastUsedAt()))
                .filter(WithToken::isOfMember);
    }

    private static <T> Optional<Found<T>> first(List<Place<T>> places) {
        return places.isEmpty() ? Optional.empty() : Optional.of(new Found<>(places));
    }

    private static <T> Place<T> place(Row row, T shown) throws SQLException {
        return new Place<>(
                shown,
                row.getLong("id"),
                row.getText("name"),
                Locale.forLanguageTag(row.getText("locale")),
                row.isTrue("operator"),
                row.findLong("place"),
                row.findText("member_role").map(Role::valueOf),
                row.findLong("staff_id").map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static Used token(Row row) throws SQLException {
        return new Used(
                new Caller.Token(
                        row.getLong("token_id"), row.getLong("organization_id"), Scope.parse(row.getText("scopes"))),
                row.findInstant("last_used_at"));
    }

    private record Times(Instant createdAt, Instant expiresAt) {}

    private record Used(Caller.Token token, Optional<Instant> lastUsedAt) {}

    /** One row: a member in one organization, or in none. */
    private record Place<T>(
            T shown,
            long memberId,
            String name,
            Locale locale,
            boolean isOperator,
            Optional<Long> organizationId,
            Optional<Role> role,
            OptionalLong staffId) {}

    /** A member in all their organizations. */
    private record Found<T>(List<Place<T>> places) {

        T shown() {
            return places.get(0).shown();
        }

        Caller caller(Optional<Caller.Token> token) {
            var member = places.get(0);
            return new Caller(
                    member.memberId(), member.name(), member.locale(), member.isOperator(), memberships(), token);
        }

        private Map<Long, Caller.Membership> memberships() {
            return places.stream()
                    .filter(place -> place.organizationId().isPresent())
                    .collect(Collectors.toMap(
                            place -> place.organizationId().orElseThrow(),
                            place -> new Caller.Membership(place.role().orElseThrow(), place.staffId())));
        }
    }
}
