package org.bookbell.access.member;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.access.Secrets;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.transaction.UseCase;

/** Makes the account of the server's first operator. */
@UseCase
public class FirstOperator {

    /** What the first operator signs in with. */
    public static final String EMAIL = "operator@localhost";

    private final Accounts accounts;
    private final Audit audit;

    @Inject
    public FirstOperator(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * Makes the account unless the server has an operator.
     *
     * @return the password, to be shown this once on the console and nowhere else; empty if there is an operator
     */
    public Optional<String> appoint() {
        if (accounts.hasOperator()) {
            return Optional.empty();
        }
        var password = Secrets.password();
        try {
            var id = accounts.open(EMAIL, "Operator", password, Locale.ENGLISH, true);
            audit.record(Actor.system(), 0, "operator.appointed", "member", id, "");
            return Optional.of(password);
        } catch (SqlException failure) {
            if (SqlException.isDuplicate(failure)) {
                return Optional.empty(); // another node was faster
            }
            throw failure;
        }
    }
}
