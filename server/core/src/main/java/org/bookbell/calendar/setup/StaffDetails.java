package org.bookbell.calendar.setup;

import java.time.ZoneId;
import java.util.Locale;
import org.bookbell.calendar.Staff;
import org.bookbell.organization.ContactSyntax;
import org.bookbell.organization.Organization;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a staff member, as somebody wrote it.
 *
 * @param email where the own messages go; null or blank for nowhere
 * @param mobile likewise, in E.164 or as it is dialed in the organization's country
 * @param zone of the weekly hours; null for the organization's
 * @param locale of the own messages; null for the organization's
 * @param position where it stands in lists, 0 to 9999, low ones first
 */
public record StaffDetails(
        String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String zone,
        @Nullable String locale,
        int position) {

    /** Somebody in the organization's zone and locale, without addresses. */
    public static StaffDetails named(String name) {
        return new StaffDetails(name, null, null, null, null, 0);
    }

    void check(Faults faults, Organization organization) {
        TextRules rules = new TextRules(faults);
        rules.required(name, 120, "/name");
        rules.zone(zone, "/zone");
        rules.locale(locale, "/locale");
        rules.number(position, 0, 9999, "/position", "");
        String emailGiven = TextRules.blankToNull(email);
        faults.check(
                emailGiven == null || ContactSyntax.findEmail(emailGiven).isPresent(),
                "/email",
                "The e-mail must be an address, such as \"desk@example.org\".");
        String mobileGiven = TextRules.blankToNull(mobile);
        faults.check(
                mobileGiven == null
                        || ContactSyntax.findE164(mobileGiven, organization.country())
                                .isPresent(),
                "/mobile",
                "The mobile must be a number that can be dialed; write one of another country with a plus and its"
                        + " prefix.");
    }

    void applyTo(Staff staff, Organization organization) {
        String emailGiven = TextRules.blankToNull(email);
        String mobileGiven = TextRules.blankToNull(mobile);
        staff.rename(name.strip());
        staff.reachAt(
                emailGiven == null ? null : ContactSyntax.findEmail(emailGiven).orElse(null),
                mobileGiven == null
                        ? null
                        : ContactSyntax.findE164(mobileGiven, organization.country())
                                .orElse(null));
        staff.workIn(zone == null ? organization.zone() : ZoneId.of(zone));
        staff.speak(locale == null ? organization.locale() : Locale.forLanguageTag(locale));
        staff.standAt(position);
    }
}
