package org.bookbell.web.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.bookbell.access.Caller;
import org.bookbell.access.Permission;
import org.bookbell.audit.Actor;
import org.bookbell.organization.Organization;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Who calls, and about which organization. */
public class Visit {

    private Optional<Caller> caller = Optional.empty();
    private Optional<String> sessionToken = Optional.empty();
    private long organizationId;
    private Supplier<Organization> finder = () -> {
        throw nowhere();
    };
    private @Nullable Organization organization;

    protected Visit() {}

    void by(Caller caller, Optional<String> sessionToken) {
        this.caller = Optional.of(caller);
        this.sessionToken = sessionToken;
    }

    void at(long organizationId, Supplier<Organization> finder) {
        this.organizationId = organizationId;
        this.finder = finder;
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
            throw nowhere();
        }
        return organizationId;
    }

    public Organization organization() {
        if (organization == null) {
            organization = finder.get();
        }
        return organization;
    }

    private static IllegalStateException nowhere() {
        return new IllegalStateException("the path names no organization");
    }

    /** The secret of the cookie, where a session calls. */
    public Optional<String> sessionToken() {
        return sessionToken;
    }
}
