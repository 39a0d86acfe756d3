package org.bookbell.access.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.access.Caller;
import org.bookbell.access.member.OwnPassword;
import org.bookbell.access.member.Passwords;
import org.bookbell.access.token.ApiTokens;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;

/**
 * Lets members in. It is no transaction itself but runs several, since a failure must be kept though it is refused, and
 * since no connection should wait while a password is hashed: call it outside one. Who is known already is read without
 * any.
 */
@Dependent
public class SignIn {

    private final Callers callers;
    private final SignInAttempts attempts;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final OwnPassword ownPassword;
    private final Passwords passwords;
    private final Clock clock;

    @Inject
    public SignIn(
            Callers callers,
            SignInAttempts attempts,
            Sessions sessions,
            ApiTokens tokens,
            OwnPassword ownPassword,
            Passwords passwords,
            Clock clock) {
        this.callers = callers;
        this.attempts = attempts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.ownPassword = ownPassword;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Begins a session. Whether the e-mail or the password is wrong shows neither in the answer nor in its time.
     *
     * @param remoteAddress the caller's address, after trusted proxies
     */
    public Session signIn(String email, String password, String remoteAddress) {
        return sessions.open(prove(email, password, remoteAddress));
    }

    public void signOut(String sessionToken) {
        sessions.close(sessionToken);
    }

    /** Who shows this session token, empty if it ended or never was one; its end moves on. */
    public Optional<Caller> findCaller(String sessionToken) {
        var now = clock.instant();
        var found = callers.findBySession(sessionToken, now);
        found.filter(session -> Sessions.isToMove(session, now))
                .ifPresent(session -> sessions.move(sessionToken, session));
        return found.map(Callers.InSession::caller);
    }

    /** Who shows this API token, empty if it was revoked or never was one. */
    public Optional<Caller> findCallerByApiToken(String bearer) {
        if (!ApiTokens.isSecret(bearer)) {
            return Optional.empty();
        }
        var found = callers.findByApiToken(bearer);
        found.filter(shown -> ApiTokens.isUseToNote(shown.lastUsedAt(), clock.instant()))
                .ifPresent(shown -> tokens.noteUse(shown.token().id()));
        return found.map(Callers.WithToken::caller);
    }

    /**
     * Changes the password of a member who knows the present one, and ends the member's other sessions.
     *
     * @param sessionToken the session that stays
     */
    public void changePassword(
            Caller caller, String present, String wanted, String remoteAddress, String sessionToken) {
        var faults = new Faults();
        Passwords.check(faults, wanted, "/newPassword");
        faults.throwIfAny();
        prove(ownPassword.email(caller.memberId()), present, remoteAddress);
        ownPassword.change(caller.actor(), caller.memberId(), passwords.hash(wanted));
        sessions.closeOthers(caller.memberId(), sessionToken);
    }

    private long prove(String email, String password, String remoteAddress) {
        var attempt = attempts.begin(email.strip().toLowerCase(Locale.ROOT), remoteAddress);
        var account = attempt.account();
        var isRight = account.isPresent()
                ? passwords.matches(cut(password), account.get().passwordHash())
                : passwords.matchesNothing(cut(password));
        if (!isRight) {
            throw new ProblemException(
                    ProblemType.NOT_SIGNED_IN, "The e-mail and the password do not belong together; try again.");
        }
        attempts.succeeded(attempt);
        return account.orElseThrow().memberId();
    }

    /** No password is longer, so that a longer one is wrong without costing more. */
    private static String cut(String password) {
        return password.substring(0, Math.min(password.length(), Passwords.LONGEST + 1));
    }
}
