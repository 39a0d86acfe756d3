package org.bookbell.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bookbell.storage.Sql;

/** Reads who a member is and where; a disabled member is nobody. */
@Dependent
class Callers {

    private final Sql sql;

    @Inject
    Callers(Sql sql) {
        this.sql = sql;
    }

    Optional<Caller> find(long memberId) {
        return find(memberId, Optional.empty());
    }

    /** The member as the maker of {@code token}. */
    Optional<Caller> find(long memberId, Optional<Caller.Token> token) {
        var memberships = memberships(memberId);
        return sql.find(
                "SELECT name, locale, operator FROM member WHERE id = ? AND disabled_at IS NULL",
                row -> new Caller(
                        memberId,
                        row.getText("name"),
                        Locale.forLanguageTag(row.getText("locale")),
                        row.isTrue("operator"),
                        memberships,
                        token),
                memberId);
    }

    private Map<Long, Caller.Membership> memberships(long memberId) {
        var memberships = new HashMap<Long, Caller.Membership>();
        sql.list(
                        "SELECT organization_id, member_role, staff_id FROM membership WHERE member_id = ?",
                        row -> Map.entry(
                                row.getLong("organization_id"),
                                new Caller.Membership(
                                        Role.valueOf(row.getText("member_role")),
                                        row.findLong("staff_id")
                                                .map(OptionalLong::of)
                                                .orElse(OptionalLong.empty()))),
                        memberId)
                .forEach(entry -> memberships.put(entry.getKey(), entry.getValue()));
        return memberships;
    }
}
