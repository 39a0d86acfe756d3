package org.bookbell.access.member;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.storage.transaction.UseCase;

/** What a signed-in member changes of the own account. */
@UseCase
public class OwnPassword {

    private final Accounts accounts;
    private final Audit audit;

    @Inject
    public OwnPassword(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    public String email(long memberId) {
        return accounts.emailOf(memberId);
    }

    public void change(Actor actor, long memberId, String passwordHash) {
        accounts.keepPassword(memberId, passwordHash);
        audit.record(actor, 0, "member.passwordChanged", "member", memberId, "");
    }
}
