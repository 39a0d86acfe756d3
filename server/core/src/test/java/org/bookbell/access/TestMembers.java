package org.bookbell.access;

import org.bookbell.access.member.Accounts;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.Passwords;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.TestDatabase;

/** Members of organizations on a test's database, for the tests of other features. */
public final class TestMembers {

    private final TestDatabase database;

    private TestMembers(TestDatabase database) {
        this.database = database;
    }

    public static TestMembers on(TestDatabase database) {
        return new TestMembers(database);
    }

    /** Members with passwords that are cheap to hash. */
    public Members members() {
        var accounts = new Accounts(database.sql(), database.ids(), database.clock(), new Passwords(10));
        return new Members(database.sql(), new Organizations(database.entityManager()), accounts, database.audit());
    }

    /** Somebody of that role, whose name is the e-mail's; answers the id. */
    public long add(long organizationId, String email, Role role) {
        var id = insert(email, false);
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO membership (member_id, organization_id, member_role) VALUES (?, ?, ?)",
                        id,
                        organizationId,
                        role));
        return id;
    }

    /** An operator of the server; answers the id. */
    public long addOperator(String email) {
        return insert(email, true);
    }

    private long insert(String email, boolean isOperator) {
        var id = database.ids().next();
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO member (id, email, name, password_hash, operator, locale, created_at, version)"
                                + " VALUES (?, ?, ?, '', ?, 'en', ?, 1)",
                        id,
                        email,
                        email.replaceAll("@.*", ""),
                        isOperator,
                        database.clock().instant()));
        return id;
    }
}
