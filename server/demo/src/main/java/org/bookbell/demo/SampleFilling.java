package org.bookbell.demo;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bookbell.access.Role;
import org.bookbell.access.member.Members;
import org.bookbell.access.member.NewMember;
import org.bookbell.audit.Actor;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.setup.HoursSetup;
import org.bookbell.calendar.setup.ServiceDetails;
import org.bookbell.calendar.setup.ServiceSetup;
import org.bookbell.calendar.setup.StaffDetails;
import org.bookbell.calendar.setup.StaffSetup;
import org.bookbell.calendar.setup.WeekDetails;
import org.bookbell.calendar.setup.WeekDetails.DayRange;
import org.bookbell.client.Channel;
import org.bookbell.client.ClientFile;
import org.bookbell.client.ContactKind;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.demo.SampleOrganization.Given;
import org.bookbell.message.planning.ReminderRules;
import org.bookbell.organization.Founding;
import org.bookbell.organization.Organization;
import org.bookbell.organization.OrganizationChange;
import org.bookbell.organization.OrganizationSettings;
import org.bookbell.storage.transaction.UseCase;

/** Makes a sample organization with all but its appointments, in one transaction. */
@UseCase
public class SampleFilling {

    private static final int OPENS = 8 * 60;
    private static final int CLOSES = 20 * 60;
    private static final int STEP_MINUTES = 15;
    private static final int WINDOW_DAYS = 90;
    /** One client of so many has confirmations by e-mail; the others read them on their phones. */
    private static final int PREFER_LETTERS = 4;

    private static final OwnChoices CONFIRMED_BY_SMS =
            new OwnChoices(0, List.of(new ContactChoice("CONFIRMATION", Channel.EMAIL, false, OptionalInt.empty())));

    private final Founding founding;
    private final OrganizationSettings settings;
    private final Members members;
    private final StaffSetup staffSetup;
    private final HoursSetup hours;
    private final ServiceSetup services;
    private final ClientFile clients;
    private final Consents consents;
    private final ContactChoices choices;
    private final ReminderRules rules;

    @Inject
    SampleFilling(
            Founding founding,
            OrganizationSettings settings,
            Members members,
            StaffSetup staffSetup,
            HoursSetup hours,
            ServiceSetup services,
            ClientFile clients,
            Consents consents,
            ContactChoices choices,
            ReminderRules rules) {
        this.founding = founding;
        this.settings = settings;
        this.members = members;
        this.staffSetup = staffSetup;
        this.hours = hours;
        this.services = services;
        this.clients = clients;
        this.consents = consents;
        this.choices = choices;
        this.rules = rules;
    }

    /** Makes {@code sample}, without quiet hours, so that something happens at any hour. */
    SampleOrganization fill(Sample sample) {
        var founded = founding.found(Actor.system(), sample.organization());
        var organization = settings.change(
                Actor.system(),
                founded.id(),
                founded.version(),
                OrganizationChange.none().withQuietHours(0, 0));
        rules.addDefaults(Actor.system(), organization.id());
        var owner = members.add(
                Actor.system(), organization.id(), NewMember.of(sample.ownerEmail(), sample.owner(), Role.OWNER));
        var staff = addStaff(sample, organization);
        var given = addServices(sample, organization, staff);
        return new SampleOrganization(
                sample, organization.id(), staff, given, addClients(sample, organization), owner.firstPassword());
    }

    private List<Long> addStaff(Sample sample, Organization organization) {
        var ids = new ArrayList<Long>();
        for (var name : sample.staff()) {
            var address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + organization.slug() + ".example";
            var staff = staffSetup.add(
                    Actor.system(), organization.id(), new StaffDetails(name, address, null, null, null, ids.size()));
            openDaily(organization, staff);
            ids.add(staff.id());
        }
        return ids;
    }

    private void openDaily(Organization organization, Staff staff) {
        var week = Stream.of(DayOfWeek.values())
                .map(day -> new DayRange(day, OPENS, CLOSES))
                .toList();
        hours.replace(Actor.system(), organization.id(), staff.id(), staff.version(), new WeekDetails(week));
    }

    private List<Given> addServices(Sample sample, Organization organization, List<Long> staff) {
        var given = new ArrayList<Given>();
        for (var service : sample.services()) {
            var step = Math.min(STEP_MINUTES, service.minutes());
            var times = new ServiceTimes(service.minutes(), service.gapMinutes(), step, 0, WINDOW_DAYS);
            var added = services.add(
                    Actor.system(),
                    organization.id(),
                    new ServiceDetails(
                            service.name(),
                            service.description(),
                            service.priceText(),
                            times,
                            null,
                            true,
                            given.size(),
                            staff));
            given.add(new Given(added.id(), times));
        }
        return given;
    }

    private List<Long> addClients(Sample sample, Organization organization) {
        var ids = new ArrayList<Long>();
        for (var number = 0; number < sample.clients(); number++) {
            var client = clients.register(Actor.system(), organization.id(), SampleClients.number(number));
            consents.record(
                    Actor.system(),
                    organization.id(),
                    client.id(),
                    Channel.SMS,
                    organization.consentText(),
                    ConsentSource.IMPORT);
            if (number % PREFER_LETTERS != 0) {
                choices.choose(Actor.system(), organization.id(), ContactKind.CLIENT, client.id(), CONFIRMED_BY_SMS);
            }
            ids.add(client.id());
        }
        return ids;
    }
}
