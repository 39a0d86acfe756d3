package org.bookbell.access;

import java.util.concurrent.Callable;
import org.bookbell.audit.Actor;
import org.bookbell.organization.Founding;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.TestDatabase;

/** The access feature wired by hand, with two organizations and a cheap password hash. */
final class AccessFixture implements AutoCloseable {

    static final String HOME = "192.0.2.7";

    final TestDatabase database = TestDatabase.h2();
    final Organizations organizations = new Organizations(database.entityManager());
    final Passwords passwords = new Passwords(10);
    final Callers callers = new Callers(database.sql());
    final Accounts accounts = new Accounts(database.sql(), database.ids(), database.clock(), passwords);
    final Members members = new Members(database.sql(), organizations, accounts, database.audit());
    final ApiTokens tokens = new ApiTokens(database.sql(), database.ids(), database.clock(), database.audit());
    final FirstOperator firstOperator = new FirstOperator(accounts, database.audit());
    final Idempotency idempotency = new Idempotency(database.sql(), database.clock());
    final SignIn signIn =
            new SignIn(callers, attempts(), sessions(), committedTokens(), ownPassword(), passwords, database.clock());
    final long practice = found("practice");
    final long school = found("school");

    <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    void in(Runnable work) {
        database.inTransaction(work);
    }

    AddedMember add(long organizationId, String email, Role role) {
        return in(() -> members.add(Actor.system(), organizationId, NewMember.of(email, "Somebody", role)));
    }

    Caller callerOf(Member member) {
        return in(() -> callers.find(member.id())).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }

    private long found(String slug) {
        var founding = new Founding(
                database.entityManager(), organizations, database.ids(), database.clock(), database.audit());
        var founded = new NewOrganization(slug, "The " + slug, "Europe/London", "en-GB", "GB", null, null);
        return in(() -> founding.found(Actor.system(), founded)).id();
    }

    private SignInAttempts attempts() {
        return new SignInAttempts(database.sql(), database.ids(), database.clock()) {
            @Override
            public Attempt begin(String email, String remoteAddress) {
                return in(() -> super.begin(email, remoteAddress));
            }

            @Override
            public void succeeded(Attempt attempt) {
                in(() -> super.succeeded(attempt));
            }
        };
    }

    private Sessions sessions() {
        return new Sessions(database.sql(), callers, database.clock()) {
            @Override
            public Session open(long memberId) {
                return in(() -> super.open(memberId));
            }

            @Override
            public void move(String token, Callers.InSession session) {
                in(() -> super.move(token, session));
            }

            @Override
            public void close(String token) {
                in(() -> super.close(token));
            }

            @Override
            public void closeOthers(long memberId, String keptToken) {
                in(() -> super.closeOthers(memberId, keptToken));
            }
        };
    }

    private ApiTokens committedTokens() {
        return new ApiTokens(database.sql(), database.ids(), database.clock(), database.audit()) {
            @Override
            public void noteUse(long id) {
                in(() -> super.noteUse(id));
            }
        };
    }

    private OwnPassword ownPassword() {
        return new OwnPassword(accounts, database.audit()) {
            @Override
            public String email(long memberId) {
                return in(() -> super.email(memberId));
            }

            @Override
            public void change(Actor actor, long memberId, String passwordHash) {
                in(() -> super.change(actor, memberId, passwordHash));
            }
        };
    }
}
