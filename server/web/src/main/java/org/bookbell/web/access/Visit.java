package org.bookbell.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bookbell.access.Caller;
import org.bookbell.access.Permission;
import org.bookbell.audit.Actor;
import org.bookbell.organization.Organization;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who calls, and about which organization. */
@RequestScoped
public class Visit {

    private Organizations organizations;
    private Optional<Caller> caller = Optional.empty();
    private Optional<String> sessionToken = Optional.empty();
    private long organizationId;
    private @Nullable Organization organization;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Visit() {}

    @Inject
    Visit(Organizations organizations) {
        this.organizations = organizations;
    }

    void by(Caller caller, Optional<String> sessionToken) {
        this.caller = Optional.of(caller);
        this.sessionToken = sessionToken;
    }

    void at(long organizationId) {
        this.organizationId = organizationId;
    }

    public Optional<Caller> findCaller() {
        return caller;
    }

    public Caller caller() {
        return caller.orElseThrow(() -> new ProblemException(
                ProblemType.NOT_SIGNED_IN, "Sign in, or send an API token in the header Authorization: Bearer."));
    }

    /** Who is written into the audit. */
    public Actor actor() {
        return caller.map(Caller::actor).orElse(Actor.visitor());
    }

    /** Whether the caller may do that in the organization of the path. */
    public boolean may(Permission permission) {
        return organizationId != 0
                && caller.filter(who -> who.may(permission, organizationId)).isPresent();
    }

    /** Refuses whoever may neither manage all calendars nor owns this one. */
    public void requireCalendar(long staffId) {
        var own = caller().staffIdIn(organizationId());
        if (!(own.isPresent() && own.getAsLong() == staffId)) {
            caller().require(Permission.MANAGE, organizationId());
        }
    }

    /** Whether the path names an organization. */
    public boolean isAtOrganization() {
        return organizationId != 0;
    }

    public long organizationId() {
        if (organizationId == 0) {
            throw new IllegalStateException("the path names no organization");
        }
        return organizationId;
    }

    public Organization organization() {
        if (organization == null) {
            organization = organizations.get(organizationId());
        }
        return organization;
    }

    /** The secret of the cookie, where a session calls. */
    public Optional<String> sessionToken() {
        return sessionToken;
    }
}
