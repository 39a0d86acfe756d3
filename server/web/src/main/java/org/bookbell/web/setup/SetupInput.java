package org.bookbell.web.setup;

import static org.bookbell.web.input.Kind.number;
import static org.bookbell.web.input.Kind.text;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.access.Role;
import org.bookbell.access.member.NewMember;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.setup.ServiceDetails;
import org.bookbell.calendar.setup.StaffDetails;
import org.bookbell.calendar.setup.WeekDetails;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.organization.NewOrganization;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.organization.NewOrganizationInput;

/** Reads the set-up form. */
final class SetupInput {

    private static final int DAY = 24 * 60;
    private static final int STEP = 15;
    private static final int NOTICE = 60;
    private static final int WINDOW = 60;
    private static final int DAYS_OF_WEEK = 7;
    private static final int MOST_HOURS = 720;

    private SetupInput() {}

    static SettingUp.Plan read(Input in) {
        NewOrganization organization = NewOrganizationInput.read(in);
        var owner = in.find("ownerEmail", Kind.EMAIL)
                .map(email -> NewMember.of(email, in.get("ownerName", text(1, 120)), Role.OWNER));
        var staff = new StaffDetails(
                in.get("staffName", text(1, 120)),
                in.find("staffEmail", Kind.EMAIL).orElse(null),
                in.find("staffMobile", Kind.phone(organization.country())).orElse(null),
                null,
                null,
                0);
        return new SettingUp.Plan(
                organization, owner, staff, week(in), new SettingUp.FirstService(service(in)), rules(in));
    }

    private static WeekDetails week(Input in) {
        var from = in.get("from", Kind.CLOCK_TIME);
        var to = in.get("to", Kind.CLOCK_TIME);
        in.check(from < to || !in.isPresent("to"), "to", "The day must end after it begins.");
        in.check(in.isPresent("weekday"), "weekday", "Tick at least one day.");
        return new WeekDetails(in.list("weekday", DAYS_OF_WEEK, Kind.choice(DayOfWeek.class)).stream()
                .distinct()
                .map(day -> new WeekDetails.DayRange(day, from, to))
                .toList());
    }

    private static ServiceDetails service(Input in) {
        var times = new ServiceTimes(
                in.get("durationMinutes", number(1, DAY)),
                in.get("gapMinutes", number(0, DAY), 0),
                STEP,
                NOTICE,
                WINDOW);
        return new ServiceDetails(
                in.get("serviceName", text(1, 120)),
                null,
                in.find("priceText", text(0, 80)).orElse(null),
                times,
                null,
                true,
                0,
                List.of());
    }

    private static List<RuleDraft> rules(Input in) {
        in.check(in.isPresent("channel"), "channel", "Tick at least one.");
        var hours = in.get("hoursBefore", number(1, MOST_HOURS));
        var rules = new ArrayList<RuleDraft>();
        for (var channel : in.list("channel", Channel.values().length, Kind.choice(Channel.class))) {
            rules.add(RuleDraft.hoursBefore(hours, Audience.CLIENT, channel));
        }
        return rules;
    }
}
