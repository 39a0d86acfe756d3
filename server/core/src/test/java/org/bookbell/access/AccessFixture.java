package org.bookbell.access;

import java.util.concurrent.Callable;
import org.bookbell.access.idempotency.Idempotency;
import org.bookbell.access.member.Accounts;
import org.bookbell.access.member.AddedMember;
import org.bookbell.access.member.FirstOperator;
import org.bookbell.access.member.Member;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.NewMember;
import org.bookbell.access.member.OwnPassword;
import org.bookbell.access.member.Passwords;
import org.bookbell.access.session.Callers;
import org.bookbell.access.session.Session;
import org.bookbell.access.session.Sessions;
import org.bookbell.access.session.SignIn;
import org.bookbell.access.session.SignInAttempts;
import org.bookbell.access.token.ApiTokens;
import org.bookbell.audit.Actor;
import org.bookbell.organization.Founding;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.TestDatabase;

/** The access feature wired by hand, with two organizations and a cheap password hash. */
public final class AccessFixture implements AutoCloseable {

    public static final String HOME = "192.0.2.7";

    public final TestDatabase database = TestDatabase.h2();
    public final Organizations organizations = new Organizations(database.entityManager());
    public final Passwords passwords = new Passwords(10);
    public final Callers callers = new Callers(database.sql());
    public final Accounts accounts = new Accounts(database.sql(), database.ids(), database.clock(), passwords);
    public final Members members = new Members(database.sql(), organizations, accounts, database.audit());
    public final ApiTokens tokens = new ApiTokens(database.sql(), database.ids(), database.clock(), database.audit());
    public final FirstOperator firstOperator = new FirstOperator(accounts, database.audit());
    public final Idempotency idempotency = new Idempotency(database.sql(), database.clock());
    public final SignIn signIn =
            new SignIn(callers, attempts(), sessions(), committedTokens(), ownPassword(), passwords, database.clock());
    public final long practice = found("practice");
    public final long school = found("school");

    public <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }

    public void in(Runnable work) {
        database.inTransaction(work);
    }

    public AddedMember add(long organizationId, String email, Role role) {
        return in(() -> members.add(Actor.system(), organizationId, NewMember.of(email, "Somebody", role)));
    }

    public Caller callerOf(Member member) {
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
