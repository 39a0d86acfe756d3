package org.bookbell.message.planning.owed;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.stream.Collectors;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.planning.reach.Contacts;
import org.bookbell.message.planning.rule.RuleBook;
import org.bookbell.message.planning.rule.RuleStore;
import org.bookbell.message.timing.QuietHours;
import org.bookbell.organization.Organizations;

/** Looks up all that decides which messages an organization's appointments owe. */
@Dependent
public class Obligations {

    private final Organizations organizations;
    private final RuleStore store;
    private final Contacts contacts;

    @Inject
    public Obligations(Organizations organizations, RuleStore store, Contacts contacts) {
        this.organizations = organizations;
        this.store = store;
        this.contacts = contacts;
    }

    public Owed of(long organizationId, Collection<AppointmentFacts> appointments) {
        return of(organizationId, appointments, rulesOf(organizationId));
    }

    public Owed of(long organizationId, Collection<AppointmentFacts> appointments, RuleBook rules) {
        var recipients = appointments.stream()
                .flatMap(facts -> facts.recipients().stream())
                .collect(Collectors.toSet());
        return new Owed(policyOf(organizationId), rules, contacts.of(organizationId, recipients));
    }

    public RuleBook rulesOf(long organizationId) {
        return RuleBook.of(store.list(organizationId));
    }

    public ReminderPolicy policyOf(long organizationId) {
        var organization = organizations.get(organizationId);
        var quiet = new QuietHours(organization.quietFromMinute(), organization.quietToMinute());
        return new ReminderPolicy(quiet, organization.lateBooking());
    }
}
