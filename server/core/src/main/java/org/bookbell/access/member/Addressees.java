package org.bookbell.access.member;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The members who are told when something is wrong. */
@UseCase
public class Addressees {

    private static final String COLUMNS = "SELECT m.id, m.name, m.email, m.locale FROM member m";

    private final Sql sql;
    private final Organizations organizations;

    @Inject
    public Addressees(Sql sql, Organizations organizations) {
        this.sql = sql;
        this.organizations = organizations;
    }

    /** Those who operate the server. */
    public List<Recipient> listOperators() {
        return sql.list(
                COLUMNS + " WHERE m.operator = TRUE AND m.disabled_at IS NULL ORDER BY m.id",
                row -> recipient(row, ZoneOffset.UTC));
    }

    /** The owners and managers of an organization. */
    public List<Recipient> listOrganizers(long organizationId) {
        var zone = organizations.get(organizationId).zone();
        return sql.list(
                COLUMNS + " JOIN membership s ON s.member_id = m.id WHERE s.organization_id = ?"
                        + " AND s.member_role IN ('OWNER', 'MANAGER') AND m.disabled_at IS NULL ORDER BY m.id",
                row -> recipient(row, zone),
                organizationId);
    }

    private static Recipient recipient(Row row, ZoneId zone) throws SQLException {
        return new Recipient(
                Audience.MEMBER,
                row.getLong("id"),
                row.getText("name"),
                Locale.forLanguageTag(row.getText("locale")),
                zone,
                row.getText("email"),
                null);
    }
}
