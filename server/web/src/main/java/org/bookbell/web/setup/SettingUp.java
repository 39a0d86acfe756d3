package org.bookbell.web.setup;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bookbell.access.member.AddedMember;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.NewMember;
import org.bookbell.audit.Actor;
import org.bookbell.calendar.setup.HoursSetup;
import org.bookbell.calendar.setup.ServiceDetails;
import org.bookbell.calendar.setup.ServiceSetup;
import org.bookbell.calendar.setup.StaffDetails;
import org.bookbell.calendar.setup.StaffSetup;
import org.bookbell.calendar.setup.WeekDetails;
import org.bookbell.message.planning.ReminderRules;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.organization.Founding;
import org.bookbell.organization.NewOrganization;
import org.bookbell.organization.Organization;
import org.bookbell.storage.transaction.UseCase;

/** Founds an organization with all it needs to take its first booking, or with nothing at all if something is wrong. */
@UseCase
public class SettingUp {

    private final Founding founding;
    private final Members members;
    private final StaffSetup staff;
    private final HoursSetup hours;
    private final ServiceSetup services;
    private final ReminderRules rules;

    @Inject
    SettingUp(
            Founding founding,
            Members members,
            StaffSetup staff,
            HoursSetup hours,
            ServiceSetup services,
            ReminderRules rules) {
        this.founding = founding;
        this.members = members;
        this.staff = staff;
        this.hours = hours;
        this.services = services;
        this.rules = rules;
    }

    /** Founds and furnishes an organization. */
    public Done setUp(Actor actor, Plan plan) {
        var organization = founding.found(actor, plan.organization());
        var id = organization.id();
        var owner = plan.owner().map(member -> members.add(actor, id, member));
        var first = staff.add(actor, id, plan.staff());
        hours.replace(actor, id, first.id(), first.version(), plan.week());
        services.add(actor, id, plan.service().givenBy(first.id()));
        plan.rules().forEach(rule -> rules.add(actor, id, rule));
        return new Done(organization, owner);
    }

    /** All that the form says. */
    public record Plan(
            NewOrganization organization,
            Optional<NewMember> owner,
            StaffDetails staff,
            WeekDetails week,
            FirstService service,
            List<RuleDraft> rules) {}

    /** The first service, before its staff member is known. */
    public record FirstService(ServiceDetails details) {

        ServiceDetails givenBy(long staffId) {
            return new ServiceDetails(
                    details.name(),
                    details.description(),
                    details.priceText(),
                    details.times(),
                    details.locationId(),
                    details.online(),
                    details.position(),
                    List.of(staffId));
        }
    }

    /** What was made; the owner's password is shown this once. */
    public record Done(Organization organization, Optional<AddedMember> owner) {}
}
