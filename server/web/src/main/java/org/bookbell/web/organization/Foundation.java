package org.bookbell.web.organization;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.message.planning.ReminderRules;
import org.bookbell.organization.Founding;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organization;
import org.bookbell.storage.transaction.UseCase;

/** Founds an organization with the reminder rules that suit most, so that none is without reminders by accident. */
@UseCase
public class Foundation {

    private final Founding founding;
    private final ReminderRules rules;

    @Inject
    Foundation(Founding founding, ReminderRules rules) {
        this.founding = founding;
        this.rules = rules;
    }

    public Organization found(Actor actor, NewOrganization founded) {
        var organization = founding.found(actor, founded);
        rules.addDefaults(actor, organization.id());
        return organization;
    }
}
