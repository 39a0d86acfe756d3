package org.bookbell.access.member;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bookbell.access.Role;
import org.bookbell.access.Secrets;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * The members of an organization. One person with one e-mail may belong to several; each organization decides only over
 * the part that is its own. An organization that has an owner never loses its last one.
 */
@UseCase
public class Members {

    private static final Row.Reader<Member> MEMBER = row -> new Member(
            row.getLong("id"),
            row.getLong("organization_id"),
            row.getText("email"),
            row.getText("name"),
            Role.valueOf(row.getText("member_role")),
            row.findLong("staff_id").map(OptionalLong::of).orElse(OptionalLong.empty()));
    private static final String MEMBERS = "SELECT m.id, m.email, m.name, s.organization_id, s.member_role, s.staff_id"
            + " FROM membership s JOIN member m ON m.id = s.member_id"
            + " WHERE m.disabled_at IS NULL AND s.organization_id = ?";

    private final Sql sql;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Audit audit;

    @Inject
    public Members(Sql sql, Organizations organizations, Accounts accounts, Audit audit) {
        this.sql = sql;
        this.organizations = organizations;
        this.accounts = accounts;
        this.audit = audit;
    }

    public Member get(long organizationId, long memberId) {
        return sql.find(MEMBERS + " AND m.id = ?", MEMBER, organizationId, memberId)
                .orElseThrow(() -> ProblemException.notFound("member"));
    }

    /** By name. */
    public List<Member> list(long organizationId) {
        return sql.list(MEMBERS + " ORDER BY m.name, m.id", MEMBER, organizationId);
    }

    /** Adds somebody, who keeps name and password where the e-mail can sign in already. */
    public AddedMember add(Actor actor, long organizationId, NewMember added) {
        var faults = new Faults();
        added.check(faults);
        faults.throwIfAny();
        var organization = organizations.get(organizationId);
        var email = added.normalizedEmail();
        var known = accounts.findByEmail(email);
        var password = known.isPresent() ? Optional.<String>empty() : Optional.of(Secrets.password());
        var memberId = known.orElseGet(
                () -> accounts.open(email, added.name(), password.orElseThrow(), organization.locale(), false));
        accounts.enable(memberId);
        join(organizationId, memberId, added);
        audit.record(
                actor,
                organizationId,
                "member.added",
                "member",
                memberId,
                added.role().name());
        return new AddedMember(get(organizationId, memberId), password);
    }

    /**
     * Changes what a member is in this organization.
     *
     * @param staffId a staff member of the organization, whom the caller has looked up there
     */
    public Member change(Actor actor, long organizationId, long memberId, Role role, OptionalLong staffId) {
        var member = lockAndGet(organizationId, memberId);
        if (role != Role.OWNER) {
            requireAnotherOwner(member);
        }
        sql.update(
                "UPDATE membership SET member_role = ?, staff_id = ? WHERE organization_id = ? AND member_id = ?",
                role,
                staffId.isPresent() ? staffId.getAsLong() : null,
                organizationId,
                memberId);
        audit.record(actor, organizationId, "member.changed", "member", memberId, member.role() + " to " + role);
        return get(organizationId, memberId);
    }

    /**
     * Ends a membership and the API tokens made under it; who belongs to no other organization and is no operator can
     * sign in no more.
     */
    public void disable(Actor actor, long organizationId, long memberId) {
        var member = lockAndGet(organizationId, memberId);
        requireAnotherOwner(member);
        sql.update("DELETE FROM membership WHERE organization_id = ? AND member_id = ?", organizationId, memberId);
        accounts.revokeTokens(organizationId, memberId);
        accounts.disableIfHomeless(memberId);
        audit.record(actor, organizationId, "member.disabled", "member", memberId, "");
    }

    /**
     * Gives a member who forgot the password a new one, shown this once. Only for members of this organization alone,
     * since otherwise one organization could sign in to another.
     */
    public String resetPassword(Actor actor, long organizationId, long memberId) {
        get(organizationId, memberId);
        if (accounts.isKnownElsewhere(organizationId, memberId)) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW,
                    "This member belongs to other organizations too; ask an operator of the server.");
        }
        var password = Secrets.password();
        accounts.changePassword(memberId, password);
        audit.record(actor, organizationId, "member.passwordReset", "member", memberId, "");
        return password;
    }

    private void join(long organizationId, long memberId, NewMember added) {
        if (sql.count(
                        "SELECT COUNT(*) FROM membership WHERE organization_id = ? AND member_id = ?",
                        organizationId,
                        memberId)
                > 0) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "Somebody with this e-mail is a member already; change the role instead.");
        }
        sql.update(
                "INSERT INTO membership (member_id, organization_id, member_role, staff_id) VALUES (?, ?, ?, ?)",
                memberId,
                organizationId,
                added.role(),
                added.staffId().isPresent() ? added.staffId().getAsLong() : null);
    }

    /** One at a time, so that two owners do not demote each other. */
    private Member lockAndGet(long organizationId, long memberId) {
        sql.update("UPDATE organization SET version = version + 1 WHERE id = ?", organizationId);
        return get(organizationId, memberId);
    }

    private void requireAnotherOwner(Member member) {
        if (member.role() != Role.OWNER) {
            return;
        }
        var isLast = list(member.organizationId()).stream()
                .noneMatch(other -> other.role() == Role.OWNER && other.id() != member.id());
        if (isLast) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW,
                    "This is the organization's last owner; make somebody else an owner first.");
        }
    }
}
