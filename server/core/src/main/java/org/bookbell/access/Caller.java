package org.bookbell.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/**
 * Who calls: a member by a session, or a program by an API token, which may at most what the member who made it may.
 *
 * @param memberId the member, or the one who made the token
 * @param name the member's name, for pages
 * @param locale the member's language
 * @param isOperator whether the member runs the server and may enter every organization on it
 * @param memberships their role and calendar by organization
 * @param token the API token, empty for a session
 */
public record Caller(
        long memberId,
        String name,
        Locale locale,
        boolean isOperator,
        Map<Long, Membership> memberships,
        Optional<Token> token) {

    /**
     * A member's place in one organization.
     *
     * @param staffId whose calendar is the member's own, if anybody's
     */
    public record Membership(Role role, OptionalLong staffId) {}

    /**
     * The API token that was shown.
     *
     * @param organizationId the only organization it is good for
     */
    public record Token(long id, long organizationId, Set<Scope> scopes) {

        public Token {
            scopes = Set.copyOf(scopes);
        }

        boolean grants(Permission permission, long organization) {
            return organizationId == organization && scopes.stream().anyMatch(scope -> scope.grants(permission));
        }
    }

    public Caller {
        memberships = Map.copyOf(memberships);
    }

    /** Whether this caller may do that in that organization. */
    public boolean may(Permission permission, long organizationId) {
        return token.map(shown -> shown.grants(permission, organizationId)).orElse(true)
                && (isOperator
                        || roleIn(organizationId)
                                .filter(role -> role.may(permission))
                                .isPresent());
    }

    /** Refuses a caller who may not: as unknown where the organization is not theirs, otherwise as forbidden. */
    public void require(Permission permission, long organizationId) {
        if (may(permission, organizationId)) {
            return;
        }
        if (!may(Permission.READ, organizationId)) {
            throw ProblemException.notFound("organization");
        }
        throw new ProblemException(
                ProblemType.FORBIDDEN,
                token.isPresent()
                        ? "This API token or the member who made it lacks the right \"" + permission
                                + "\"; use a token with a wider scope."
                        : "Your role lacks the right \"" + permission + "\"; ask an owner of the organization.");
    }

    /** Refuses a caller who may change neither everybody's calendars nor this one as their own. */
    public void requireCalendar(long organizationId, long staffId) {
        var isOwn = staffIdIn(organizationId).equals(OptionalLong.of(staffId));
        if (!isOwn || !may(Permission.OWN_CALENDAR, organizationId)) {
            require(Permission.MANAGE, organizationId);
        }
    }

    /** Refuses everybody but the server's operators, as if there were nothing to see. */
    public void requireOperator() {
        if (!mayOperate()) {
            throw ProblemException.notFound("page");
        }
    }

    /** Whether this caller may run the server itself: gateways, routes, jobs, organizations. */
    public boolean mayOperate() {
        return isOperator && token.isEmpty();
    }

    public Optional<Role> roleIn(long organizationId) {
        return Optional.ofNullable(memberships.get(organizationId)).map(Membership::role);
    }

    /** Whose calendar is the caller's own in that organization. */
    public OptionalLong staffIdIn(long organizationId) {
        var membership = memberships.get(organizationId);
        return membership == null ? OptionalLong.empty() : membership.staffId();
    }

    /** Who is written into the audit. */
    public Actor actor() {
        return token.map(shown -> Actor.token(shown.id())).orElseGet(() -> Actor.member(memberId));
    }

    /** A name that no other caller has, for idempotency. */
    public String key() {
        return token.map(shown -> "token:" + shown.id()).orElse("member:" + memberId);
    }
}
